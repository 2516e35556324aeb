package io.featureaccess.domain.request;

import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param reason at most {@value WantedGrant#LONGEST_REASON} characters
 */
public record WantedAccess(Role role, String reason, Optional<Instant> expiresAt) {

    /** @throws DomainProblem {@code malformed-value} on {@code reason} or {@code expiresAt} */
    public WantedAccess {
        Objects.requireNonNull(role, "role is null");
        expiresAt = WantedGrant.storable(expiresAt);
        WantedGrant.requireWords(Optional.of(reason));
    }

    public Terms terms() {
        return new Terms(role, expiresAt);
    }
}
