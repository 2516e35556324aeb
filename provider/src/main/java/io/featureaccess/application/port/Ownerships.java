package io.featureaccess.application.port;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who owns what by whom, for changes to users and groups; each answer is one statement, however much is owned. */
public interface Ownerships {

    /** Those of the principals that count as owners where they are one: enabled, or a group with an enabled member. */
    Set<PrincipalId> counting(Set<PrincipalId> principals);

    /** Keeps the nodes that these own for good from others until the transaction ends. */
    void lock(Set<PrincipalId> principals);

    /**
     * A node that one of these has an owner grant without an end on, or any workspace where that is on all of them, and that
     * nobody who counts owns for good. One that is not hidden, if there is any.
     */
    Optional<Orphan> orphanOf(Set<PrincipalId> principals);

    /**
     * Whether a grant of one of these groups makes its members owners somewhere where the other is none.
     *
     * @param at expired grants are left out
     */
    boolean opens(Set<PrincipalId> groups, PrincipalId other, Instant at);

    /** The nodes marked secret that one owns by the grants of these groups, in path order after the given one. */
    List<Node> secretsOf(Set<PrincipalId> groups, Optional<NodePath> after, int max, Instant at);

    /** The grants made to exactly these principals, in the order of their ids after the given one. */
    List<HeldGrant> heldBy(Set<PrincipalId> principals, Optional<GrantId> after, int max);

    /** Writes down how the permissions ended of grants that go with their holder. */
    void gone(Set<GrantId> grants, Ending how);

    /** @param hidden whether the node is secret, by itself or by its project */
    record Orphan(NodePath path, boolean hidden) {}
}
