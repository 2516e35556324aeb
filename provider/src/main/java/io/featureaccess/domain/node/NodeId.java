package io.featureaccess.domain.node;

import java.util.Objects;
import java.util.UUID;

/**
 * A node's identity for ever: also the id of its Authorization Services resource, and never used again once the node is
 * deleted.
 *
 * @param value a random UUID, 36 characters
 */
public record NodeId(String value) implements Comparable<NodeId> {

    public NodeId {
        Objects.requireNonNull(value, "value is null");
    }

    public static NodeId random() {
        return new NodeId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
