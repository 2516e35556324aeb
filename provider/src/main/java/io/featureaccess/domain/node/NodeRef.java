package io.featureaccess.domain.node;

/** How a caller names a node: by its path, or by its id. */
public sealed interface NodeRef {

    record ByPath(NodePath path) implements NodeRef {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    record ById(NodeId id) implements NodeRef {
        @Override
        public String toString() {
            return id.value();
        }
    }

    static NodeRef of(NodePath path) {
        return new ByPath(path);
    }

    static NodeRef of(NodeId id) {
        return new ById(id);
    }
}
