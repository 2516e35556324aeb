package io.featureaccess.domain.node;

import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Objects;

/**
 * A workspace, a project in one, or a feature set in a project.
 *
 * @param displayName what screens show; may change, the path may not
 * @param createdBy who made it, and so became its first owner
 * @param version counts changes, so that two people changing it at once do not lose one
 */
public record Node(
        NodeId id,
        NodePath path,
        NodeTraits traits,
        String displayName,
        String description,
        PrincipalId createdBy,
        Instant createdAt,
        int version) {

    public Node {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(createdAt, "createdAt is null");
        if (path.kind() != traits.kind()) {
            throw new IllegalArgumentException(
                    path + " is no path of a " + traits.kind().id());
        }
    }

    public NodeKind kind() {
        return path.kind();
    }

    public Node with(NodeTraits newTraits) {
        return new Node(id, path, newTraits, displayName, description, createdBy, createdAt, version);
    }

    public Node described(String newDisplayName, String newDescription) {
        return new Node(id, path, traits, newDisplayName, newDescription, createdBy, createdAt, version);
    }
}
