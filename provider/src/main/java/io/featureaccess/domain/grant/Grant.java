package io.featureaccess.domain.grant;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One principal's one role in one place.
 *
 * @param expiresAt from this instant on the grant does not count
 * @param grantedBy who gave it
 */
public record Grant(
        GrantId id,
        GrantTarget target,
        PrincipalId principal,
        Role role,
        GrantOrigin origin,
        Optional<Instant> expiresAt,
        Optional<String> reason,
        PrincipalId grantedBy,
        Instant grantedAt) {

    public Grant {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(target, "target is null");
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(origin, "origin is null");
        Objects.requireNonNull(grantedBy, "grantedBy is null");
        Objects.requireNonNull(grantedAt, "grantedAt is null");
    }

    /** The same grant with another end and reason. */
    public Grant ending(Optional<Instant> newEnd, Optional<String> newReason) {
        return new Grant(id, target, principal, role, origin, newEnd, newReason, grantedBy, grantedAt);
    }

    public boolean expiredAt(Instant instant) {
        return expiresAt.isPresent() && !instant.isBefore(expiresAt.get());
    }
}
