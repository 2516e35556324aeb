package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodeKind;

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
}
