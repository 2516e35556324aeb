package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Role;

/** Where on the way from all workspaces down to the asked node a role is held, outermost first. */
public enum Level {
    ALL_WORKSPACES,
    WORKSPACE,
    PROJECT,
    FEATURE_SET;

    public static Level of(NodeKind kind) {
        return values()[kind.depth()];
    }

    /** Whether a role held here reaches nodes of that kind. */
    public boolean reaches(NodeKind kind) {
        return ordinal() <= kind.depth();
    }

    /**
     * What a role held here is on a node of that kind. H2O Feature Store: an editor of a project is owner of all its feature
     * sets; any other role stays what it is.
     */
    public Role inheritedAs(Role role, NodeKind kind) {
        return this == PROJECT && kind == NodeKind.FEATURE_SET && role == Role.EDITOR ? Role.OWNER : role;
    }
}
