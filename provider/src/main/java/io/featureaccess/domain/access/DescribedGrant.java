package io.featureaccess.domain.access;

import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import java.util.Objects;
import java.util.Optional;

/**
 * A grant as people read it.
 *
 * @param node where it is held; empty for all workspaces
 * @param principal the reference of its holder, by name
 * @param creator who answers for its holder, where that is a service account
 * @param grantedBy the reference of who gave it, by name as long as they exist
 * @param sleep why it does not count for its holder; empty when it does
 * @param via the path of the group that holds it, where the list is about one of its members
 * @param membership how that member came to be in the group, or in one below it
 */
public record DescribedGrant(
        Grant grant,
        Optional<NodePath> node,
        String principal,
        Optional<Principal> creator,
        String grantedBy,
        Optional<Sleep> sleep,
        Optional<String> via,
        Optional<Membership> membership) {

    public DescribedGrant {
        Objects.requireNonNull(grant, "grant is null");
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(creator, "creator is null");
        Objects.requireNonNull(grantedBy, "grantedBy is null");
        Objects.requireNonNull(sleep, "sleep is null");
        Objects.requireNonNull(via, "via is null");
        Objects.requireNonNull(membership, "membership is null");
    }

    /** Why it sleeps, as a sentence for people. */
    public Optional<String> why() {
        return sleep.map(reason -> switch (reason) {
            case EXPIRED -> "it has expired";
            case SECRET -> "the node is secret, and only its owners count";
            case PROJECT_ROLE_REQUIRED -> "its holder has no sufficient role on the project";
            case DISABLED -> "the account is disabled or does not exist";
        });
    }
}
