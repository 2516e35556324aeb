package io.featureaccess.domain.principal;

import java.util.Objects;

/**
 * Somebody, or a group of somebodies, to whom roles can be granted.
 *
 * @param name username, client id, or group path beginning with {@code /}
 */
public record Principal(PrincipalId id, PrincipalType type, String name) {

    public Principal {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(name, "name is null");
    }

    /** The reference by name, such as {@code user:alice}. */
    public String reference() {
        return type.id() + ":" + name;
    }
}
