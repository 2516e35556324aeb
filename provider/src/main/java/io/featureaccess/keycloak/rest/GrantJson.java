package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import java.time.Instant;

/**
 * A grant.
 *
 * @param node a path, or {@code *} for all workspaces
 * @param principalCreatedBy who answers for its holder; of service accounts only
 * @param sleeping the code of why it does not count; absent when it does
 * @param why the same as a sentence
 * @param via the group that holds it, in a list of what one of its members holds
 * @param membership how that member came to be in the group, or in one below it
 */
record GrantJson(
        String id,
        String node,
        String principal,
        String principalId,
        String principalCreatedBy,
        String role,
        String origin,
        String expiresAt,
        String reason,
        String grantedBy,
        String grantedAt,
        String sleeping,
        String why,
        String via,
        MembershipJson membership) {

    static GrantJson of(DescribedGrant described) {
        Grant grant = described.grant();
        return new GrantJson(
                grant.id().value(),
                described.node().map(NodePath::toString).orElse(GrantTarget.ALL_WORKSPACES),
                described.principal(),
                grant.principal().value(),
                described.creator().map(Principal::reference).orElse(null),
                grant.role().id(),
                grant.origin().id(),
                grant.expiresAt().map(Instant::toString).orElse(null),
                grant.reason().orElse(null),
                described.grantedBy(),
                grant.grantedAt().toString(),
                described.sleep().map(Sleep::id).orElse(null),
                described.why().orElse(null),
                described.via().orElse(null),
                described.membership().map(MembershipJson::of).orElse(null));
    }
}
