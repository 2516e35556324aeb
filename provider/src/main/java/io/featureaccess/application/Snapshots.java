package io.featureaccess.application;

import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.request.AccessRequest;

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

    /** Of a request that is pending what is asked for; of one that was granted what it became. */
    public static Snapshot of(AccessRequest request) {
        Snapshot snapshot = Snapshot.EMPTY
                .with("request", request.id().value())
                .with("role", request.terms().role().id())
                .withTime("expiresAt", request.terms().expiresAt());
        return request.grant()
                .map(grant -> snapshot.with("grant", grant.value()))
                .orElse(snapshot);
    }

    /** What is kept of a grant that is known by its permission alone. */
    public static Snapshot ofGrantIn(AccessRequest permission) {
        return Snapshot.EMPTY
                .with("grant", permission.grant().orElseThrow().value())
                .with("role", permission.terms().role().id())
                .withTime("expiresAt", permission.terms().expiresAt());
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
