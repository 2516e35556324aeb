package io.featureaccess.domain.request;

import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A role, and for how long: what was asked for, or what was given.
 *
 * @param expiresAt the first instant at which the role no longer counts; empty for no end
 */
public record Terms(Role role, Optional<Instant> expiresAt) {

    public Terms {
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(expiresAt, "expiresAt is null");
    }

    /** Whether this ends after the other does. */
    boolean outlasts(Terms other) {
        return other.expiresAt
                .map(end -> expiresAt.map(end::isBefore).orElse(true))
                .orElse(false);
    }
}
