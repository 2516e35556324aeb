package io.featureaccess.storage;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.List;

/** The paths of deleted nodes, kept from others until no token can name them any more. */
final class ReservedPaths {

    /** How many are forgotten at least, if there are so many: more than a deletion of few nodes adds. */
    private static final int FORGOTTEN = 1000;

    private final Sql sql;

    ReservedPaths(Sql sql) {
        this.sql = sql;
    }

    void forget(NodePath path) {
        sql.statement("DELETE FROM FA_RESERVED_PATH WHERE REALM_ID = :realm AND PATH = :path")
                .with("path", path.toString())
                .run();
    }

    /**
     * Reserves the paths of nodes that are about to be deleted.
     *
     * @param nodes a condition on nodes {@code n}, with a parameter {@code id}
     * @return how many
     */
    int reserve(String nodes, String id, Instant until) {
        sql.statement("DELETE FROM FA_RESERVED_PATH WHERE REALM_ID = :realm"
                        + " AND PATH IN (SELECT n.PATH FROM FA_NODE n" + nodes + ")")
                .with("id", id)
                .run();
        return sql.statement("INSERT INTO FA_RESERVED_PATH (REALM_ID, PATH, NODE_ID, RESERVED_UNTIL)"
                        + " SELECT n.REALM_ID, n.PATH, n.ID, CAST(:until AS BIGINT) FROM FA_NODE n" + nodes)
                .with("id", id)
                .with("until", Micros.of(until))
                .run();
    }

    /**
     * Forgets reservations that have passed, the oldest first: twice as many as were added, so that they do not pile up, and no
     * more, so that nobody waits for a great clean-up. Those that somebody else is busy with are left to them.
     */
    void forgetPast(Instant now, int added) {
        List<String> past = sql.statement("SELECT r.PATH FROM FA_RESERVED_PATH r"
                        + " WHERE r.REALM_ID = :realm AND r.RESERVED_UNTIL <= :now"
                        + " ORDER BY r.REALM_ID, r.RESERVED_UNTIL FETCH FIRST :max ROWS ONLY FOR UPDATE SKIP LOCKED")
                .with("now", Micros.of(now))
                .with("max", Math.max(FORGOTTEN, 2 * added))
                .rows()
                .map(row -> row.text(0))
                .toList();
        if (!past.isEmpty()) {
            sql.statement("DELETE FROM FA_RESERVED_PATH r WHERE r.REALM_ID = :realm AND r.PATH = ANY (ARRAY("
                            + "SELECT p.PATH FROM UNNEST(CAST(:paths AS VARCHAR(191) ARRAY)) AS p (PATH)))")
                    .withAll("paths", past)
                    .run();
        }
    }
}
