package io.featureaccess.domain.request;

import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an approver says; what is empty is left as it was asked for.
 *
 * @param role a weaker one
 * @param expiresAt an earlier end
 * @param projectRole of a request on a feature set, the role to be given on its project too
 */
public record WantedAnswer(
        Optional<String> reason, Optional<Role> role, Optional<Instant> expiresAt, Optional<Role> projectRole) {

    /** @throws DomainProblem {@code malformed-value} on {@code reason} or {@code expiresAt} */
    public WantedAnswer {
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(projectRole, "projectRole is null");
        expiresAt = WantedGrant.storable(expiresAt);
        WantedGrant.requireWords(reason);
    }
}
