package io.featureaccess.domain.grant;

import java.util.Objects;
import java.util.UUID;

/** A grant's identity; also that of the permission it appears as. */
public record GrantId(String value) {

    public GrantId {
        Objects.requireNonNull(value, "value is null");
    }

    public static GrantId random() {
        return new GrantId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
