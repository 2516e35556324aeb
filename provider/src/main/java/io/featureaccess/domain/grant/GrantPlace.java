package io.featureaccess.domain.grant;

import io.featureaccess.domain.node.NodeRef;

/** Where grants are asked about, as a caller names it. */
public sealed interface GrantPlace {

    record OnNode(NodeRef node) implements GrantPlace {}

    record AllWorkspaces() implements GrantPlace {}

    static GrantPlace node(NodeRef node) {
        return new OnNode(node);
    }

    static GrantPlace allWorkspaces() {
        return new AllWorkspaces();
    }
}
