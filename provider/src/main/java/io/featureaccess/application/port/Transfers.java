package io.featureaccess.application.port;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One realm's nodes and grants in bulk: to copy all of them, and to write such a copy back. Nothing here holds more than one
 * batch in memory.
 */
public interface Transfers {

    /**
     * All nodes in ascending order of their paths' characters, each followed by its grants; grants on all workspaces come
     * first. Nodes and the grants on them are handed over as they were at one moment, whatever changes meanwhile.
     *
     * @param withSecret whether secret nodes, what is below them, and the grants there are among it
     */
    void copy(boolean withSecret, Receiver receiver);

    /** Takes a copy, an entry at a time. */
    interface Receiver {

        void node(Node node);

        /** @param node where the grant is made; empty for all workspaces */
        void grant(Grant grant, Optional<NodePath> node);
    }

    /** Nodes that are secret themselves, in path order after the given path. */
    List<Node> secretNodes(Optional<NodePath> after, int max);

    /** The nodes at those of the paths that have one, locked until the transaction ends. */
    List<Node> atPaths(Set<NodePath> paths);

    /** Those of the paths that no node may have yet, because tokens may still name the deleted node that had it. */
    Set<NodePath> reserved(Set<NodePath> paths, Instant at);

    /** Those of the ids that a node of any realm has, or had. */
    Set<NodeId> takenNodeIds(Set<NodeId> ids);

    /** Those of the ids that a grant of any realm has. */
    Set<GrantId> takenGrantIds(Set<GrantId> ids);

    /** The grants that these principals hold on exactly these targets, by a fixed number of statements. */
    List<Grant> grants(Set<GrantTarget> targets, Set<PrincipalId> principals);

    /** Adds nodes, parents first, whose paths and ids are known to be free. */
    void addNodes(List<Node> nodes);

    /** Writes display name, description and traits. */
    void updateNodes(List<Node> nodes);

    /** Adds grants whose ids are known to be free, and which do not exist yet. */
    void addGrants(List<Grant> grants);

    /** Writes the end and the reason, at that instant. */
    void updateGrants(List<Grant> grants, Instant at);
}
