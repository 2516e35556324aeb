package io.featureaccess.domain.grant;

import io.featureaccess.domain.node.NodeId;

/** Where a role is granted: on one node, or on all workspaces, also those created later. */
public sealed interface GrantTarget {

    /** How all workspaces are written where a path would stand; no path can look like it, for it has no such character. */
    String ALL_WORKSPACES = "*";

    /** How they are written where a node's kind would stand. */
    String ALL_WORKSPACES_KIND = "all-workspaces";

    record OnNode(NodeId node) implements GrantTarget {}

    record AllWorkspaces() implements GrantTarget {}

    static GrantTarget node(NodeId node) {
        return new OnNode(node);
    }

    static GrantTarget allWorkspaces() {
        return new AllWorkspaces();
    }
}
