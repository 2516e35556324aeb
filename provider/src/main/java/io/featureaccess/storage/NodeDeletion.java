package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;

/** Deletes a node that is locked, and all below it; what is told of requests and permissions there stays. */
final class NodeDeletion {

    private final Sql sql;
    private final ReservedPaths reservedPaths;
    private final NodeId id;
    private final NodeKind kind;

    NodeDeletion(Sql sql, ReservedPaths reservedPaths, NodeId id, NodeKind kind) {
        this.sql = sql;
        this.reservedPaths = reservedPaths;
        this.id = id;
        this.kind = kind;
    }

    void run(Instant reservedUntil, Ending how) {
        String inSubtree = " WHERE " + Sql.inRealm("n") + " AND n." + subtreeColumn("ID") + " = :id";
        String permissions = subtreeColumn("NODE_ID") + " = :id";
        reservedPaths.forgetPast(how.at(), reservedPaths.reserve(inSubtree, id.value(), reservedUntil));
        keepSecrets(permissions);
        sql.statement("DELETE FROM FA_NODE n" + inSubtree)
                .with("id", id.value())
                .run();
        // After the nodes are gone: whoever asked for one at the same moment had it locked until then.
        new PermissionEnds(sql).write(permissions, how).with("id", id.value()).run();
    }

    /** The records of what was secret stay with its owners, also of those that ended before. */
    private void keepSecrets(String permissions) {
        sql.statement("UPDATE FA_PERMISSION r SET SECRET = TRUE WHERE " + Sql.inRealm("r") + " AND r." + permissions
                        + " AND EXISTS (SELECT 1 FROM FA_NODE n WHERE " + Sql.inRealm("n")
                        + " AND n.SECRET AND n.ID IN (r.NODE_ID, r.PROJECT_ID))")
                .with("id", id.value())
                .run();
    }

    /** The column by which the node and all below it are found. */
    private String subtreeColumn(String own) {
        return switch (kind) {
            case WORKSPACE -> "WORKSPACE_ID";
            case PROJECT -> "PROJECT_ID";
            case FEATURE_SET -> own;
        };
    }
}
