package io.featureaccess.application.port;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who owns what by whom, for changes to accounts and groups; each answer is one statement. */
public interface Ownerships {

    /** What these principals own for good: by an owner grant of theirs that has no end and counts for somebody enabled. */
    Set<GrantTarget> ownedBy(Set<PrincipalId> principals);

    /** Keeps the nodes among the targets from others until the transaction ends. */
    void lock(Set<GrantTarget> targets);

    /** One of the targets that nobody enabled owns for good; of all workspaces, any workspace. One that is not hidden, if any. */
    Optional<Orphan> orphanAmong(Set<GrantTarget> targets);

    /**
     * The grants of these groups that can make their members owners of secret nodes, in the order of their ids.
     *
     * @param after the grant after which to go on; empty to begin
     * @param at expired ones are left out
     */
    List<HeldGrant> opening(Set<PrincipalId> groups, Optional<GrantId> after, int max, Instant at);

    /** The nodes marked secret that somebody would own by these, in path order. */
    List<Node> secretsOf(Reach reach, Optional<NodePath> after, int max);

    /** The grants made to exactly these principals, with their nodes, in the order of the grants' ids. */
    List<HeldGrant> heldBy(Set<PrincipalId> principals, Optional<GrantId> after, int max);

    /** @param hidden whether the node is secret, by itself or by its project */
    record Orphan(NodePath path, boolean hidden) {}

    /**
     * Where somebody is made owner.
     *
     * @param owned the targets of owner grants
     * @param edited the projects on which they are editor, and so own the feature sets
     */
    record Reach(Set<GrantTarget> owned, Set<GrantTarget> edited) {}
}
