package io.featureaccess.storage.entity;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import java.util.Optional;

/**
 * A node's id and the ids of the workspace and project that it lies in, or is.
 *
 * @param projectId empty for a workspace
 */
public record Lineage(String id, String workspaceId, Optional<String> projectId) {

    /** @throws IllegalArgumentException where the node needs a parent and has none, or the other way round */
    public static Lineage of(Node node, Optional<Lineage> parent) {
        String id = node.id().value();
        if (parent.isPresent() == (node.kind() == NodeKind.WORKSPACE)) {
            throw new IllegalArgumentException(
                    "wrong place for a " + node.kind().id() + ": " + node.path());
        }
        return switch (node.kind()) {
            case WORKSPACE -> new Lineage(id, id, Optional.empty());
            case PROJECT -> new Lineage(id, parent.orElseThrow().workspaceId(), Optional.of(id));
            case FEATURE_SET ->
                new Lineage(
                        id,
                        parent.orElseThrow().workspaceId(),
                        parent.orElseThrow().projectId());
        };
    }
}
