package io.featureaccess.domain.node;

import java.util.List;
import java.util.Objects;

/** What a node has by its kind, and what only those with {@code manage-access} on it may change. */
public sealed interface NodeTraits {

    NodeKind kind();

    /** Whether only owners see the node and what is below it. */
    boolean secret();

    /** Workspace: whether nothing of it is seen without a role. Project: whether its feature sets are not. */
    boolean locked();

    /** @param locked default true */
    record Workspace(WorkspaceKind workspaceKind, boolean locked, WorkspaceSettings settings) implements NodeTraits {
        public Workspace {
            Objects.requireNonNull(workspaceKind, "workspaceKind is null");
            Objects.requireNonNull(settings, "settings is null");
        }

        @Override
        public NodeKind kind() {
            return NodeKind.WORKSPACE;
        }

        @Override
        public boolean secret() {
            return false;
        }
    }

    /** Both default to false. */
    record Project(boolean secret, boolean locked) implements NodeTraits {
        @Override
        public NodeKind kind() {
            return NodeKind.PROJECT;
        }
    }

    /** @param sensitiveFeatures names of features whose values need {@code read-sensitive} */
    record FeatureSet(boolean secret, List<String> sensitiveFeatures) implements NodeTraits {
        public FeatureSet {
            sensitiveFeatures = List.copyOf(sensitiveFeatures);
        }

        @Override
        public NodeKind kind() {
            return NodeKind.FEATURE_SET;
        }

        @Override
        public boolean locked() {
            return false;
        }
    }
}
