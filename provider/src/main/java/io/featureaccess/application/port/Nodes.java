package io.featureaccess.application.port;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The nodes of one realm; the truth about them, of which Authorization Services resources are a copy. */
public interface Nodes {

    Optional<Node> find(NodeRef ref);

    /** Those of the nodes that exist, in path order, by one statement. */
    List<Node> findAll(Set<NodeId> ids);

    /** The node, locked until the transaction ends, so that two changes to it or to grants on it follow each other. */
    Optional<Node> lock(NodeRef ref);

    /**
     * Adds the node below an existing parent.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code name-taken} where a node has that path, or a deleted one
     *     had it and tokens may still name it
     */
    void add(Node node, Instant now);

    /** Writes display name, description and traits. */
    void update(Node node);

    /** How many nodes lie below, at any depth. */
    long countBelow(NodeId id);

    /**
     * The nodes marked secret below a grant's target, the target itself left out, in path order.
     *
     * @param after the path after which to go on; empty to begin
     */
    List<Node> secretBelow(GrantTarget target, Optional<NodePath> after, int max);

    /** The node's and its descendants' ids, for one deletion. */
    List<NodeId> subtree(NodeId id);

    /**
     * Deletes the node and all below it, with their grants, and reserves their paths; some reservations that have passed by
     * then are forgotten on the way.
     *
     * @param how when that is, and what is written down of the requests and permissions there
     */
    void delete(NodePath path, Instant reservedUntil, Ending how);
}
