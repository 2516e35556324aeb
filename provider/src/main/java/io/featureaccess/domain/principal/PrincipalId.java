package io.featureaccess.domain.principal;

import java.util.Objects;

/**
 * The id of a user (also of a service account's user) or of a group. Grants keep ids, so that a later namesake inherits
 * nothing.
 *
 * @param value a UUID for local users and groups; longer for users of a federation provider
 */
public record PrincipalId(String value) {

    public PrincipalId {
        Objects.requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
