package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import java.util.Optional;

/**
 * Workspaces, projects and feature sets. Every method answers {@code no-such-node} alike for a node that does not exist and
 * for one that the caller cannot see, and {@code forbidden} where the caller sees it but may not do this.
 */
public interface NodeApi {

    /**
     * Makes a node below a parent; the caller becomes its owner.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code name-taken} also where a hidden node has the name, or
     *     where it is reserved because tokens may still name a deleted node
     */
    NodeView create(Caller caller, NewNode wanted);

    NodeView get(Caller caller, NodeRef ref);

    /**
     * The workspaces, or the children of a node, that the caller sees, in path order.
     *
     * @param text what their names or display names contain, whatever its case; empty for all
     */
    Page<NodeView> list(Caller caller, Optional<NodePath> parent, Optional<String> text, PageRequest page);

    /** The nodes of every kind that the caller sees and whose name, display name or path begins so, in that order. */
    Page<NodeView> search(Caller caller, NodeSearch search, PageRequest page);

    /** Answers the node as it is then, also where the change hid it from the caller. */
    NodeView update(Caller caller, NodeRef ref, NodeChange change);

    /**
     * @param recursive whether what lies below goes too
     * @throws io.featureaccess.domain.problem.DomainProblem {@code not-empty} where something lies below, unless recursive
     */
    void delete(Caller caller, NodeRef ref, boolean recursive);
}
