package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to change about a node; what is empty stays as it is.
 *
 * @param viewersReadOffline of a workspace's settings
 */
public record NodeChange(
        Optional<String> displayName,
        Optional<String> description,
        Optional<Boolean> secret,
        Optional<Boolean> locked,
        Optional<List<String>> sensitiveFeatures,
        Optional<Boolean> viewersReadOffline) {

    /** Changes nothing. */
    public static final NodeChange NONE = new NodeChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws DomainProblem {@code malformed-value} or {@code too-many} on the offending field */
    public NodeChange {
        displayName.ifPresent(NodeText::displayName);
        description.ifPresent(NodeText::description);
        sensitiveFeatures.ifPresent(NodeText::sensitiveFeatures);
    }

    /** Whether it changes what the node says about itself, which needs {@code update}. */
    public boolean describes() {
        return displayName.isPresent() || description.isPresent();
    }

    /** Whether it changes who may see or do what, which needs {@code manage-access}. */
    public boolean governs() {
        return secret.isPresent()
                || locked.isPresent()
                || sensitiveFeatures.isPresent()
                || viewersReadOffline.isPresent();
    }

    /** @throws DomainProblem {@code unknown-field} for what nodes of this kind do not have */
    public Node appliedTo(Node node) {
        requireFieldsOf(node.kind());
        return node.with(appliedTo(node.traits()))
                .described(displayName.orElse(node.displayName()), description.orElse(node.description()));
    }

    /** The names of what can be changed about nodes of a kind. */
    public static List<String> fieldsOf(NodeKind kind) {
        return switch (kind) {
            case WORKSPACE -> List.of("displayName", "description", "locked", "settings");
            case PROJECT -> List.of("displayName", "description", "secret", "locked");
            case FEATURE_SET -> List.of("displayName", "description", "secret", "sensitiveFeatures");
        };
    }

    private NodeTraits appliedTo(NodeTraits traits) {
        if (traits instanceof NodeTraits.Workspace workspace) {
            boolean readOffline = viewersReadOffline.orElse(workspace.settings().viewersReadOffline());
            return new NodeTraits.Workspace(
                    workspace.workspaceKind(), locked.orElse(workspace.locked()), new WorkspaceSettings(readOffline));
        }
        if (traits instanceof NodeTraits.Project project) {
            return new NodeTraits.Project(secret.orElse(project.secret()), locked.orElse(project.locked()));
        }
        NodeTraits.FeatureSet featureSet = (NodeTraits.FeatureSet) traits;
        return new NodeTraits.FeatureSet(
                secret.orElse(featureSet.secret()), sensitiveFeatures.orElse(featureSet.sensitiveFeatures()));
    }

    private void requireFieldsOf(NodeKind kind) {
        requireField(kind, "secret", secret);
        requireField(kind, "locked", locked);
        requireField(kind, "sensitiveFeatures", sensitiveFeatures);
        requireField(kind, "settings", viewersReadOffline);
    }

    private static void requireField(NodeKind kind, String field, Optional<?> value) {
        if (value.isPresent() && !fieldsOf(kind).contains(field)) {
            throw DomainProblem.unknownField(field, fieldsOf(kind));
        }
    }
}
