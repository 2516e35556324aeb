package io.featureaccess.domain.request;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import java.util.Objects;

/** The node that a role is asked for or given on, by the path it has or had. */
public record RequestedNode(NodeId id, NodePath path) {

    public RequestedNode {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(path, "path is null");
    }
}
