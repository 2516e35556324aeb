package io.featureaccess.application;

import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeTraits;

/** What rows keep of nodes and grants; the field names are those of the HTTP API. */
public final class Snapshots {

    private Snapshots() {}

    static Snapshot of(Node node) {
        Snapshot common = Snapshot.EMPTY
                .with("kind", node.kind().id())
                .with("displayName", node.displayName())
                .with("description", node.description());
        return withTraits(common, node.traits());
    }

    public static Snapshot of(Grant grant) {
        return Snapshot.EMPTY
                .with("grant", grant.id().value())
                .with("role", grant.role().id())
                .withTime("expiresAt", grant.expiresAt());
    }

    private static Snapshot withTraits(Snapshot snapshot, NodeTraits traits) {
        if (traits instanceof NodeTraits.Workspace workspace) {
            return snapshot.with("workspaceKind", workspace.workspaceKind().id())
                    .with("locked", workspace.locked())
                    .with(
                            "settings",
                            Snapshot.EMPTY.with(
                                    "viewersReadOffline", workspace.settings().viewersReadOffline()));
        }
        if (traits instanceof NodeTraits.Project project) {
            return snapshot.with("secret", project.secret()).with("locked", project.locked());
        }
        NodeTraits.FeatureSet featureSet = (NodeTraits.FeatureSet) traits;
        return snapshot.with("secret", featureSet.secret()).with("sensitiveFeatures", featureSet.sensitiveFeatures());
    }
}
