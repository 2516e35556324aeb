package io.featureaccess.storage;

/**
 * Requests and permissions that have ended at the instant {@code at} without anybody writing it down: nobody answered in time,
 * or Keycloak took them with their user or group. Grants that run out are written down where that is put on record.
 */
final class Unrecorded {

    /** Of a row of the table. */
    static final String CONDITION =
            "(STATE = 'pending' AND (ENDS_AT <= :at OR USER_ID IS NULL) OR STATE = 'granted' AND LIVE_GRANT_ID IS NULL)";

    /** Of those that end: H2 would go through all that never do, which its index has first. */
    private static final String ENDED = "u.ENDS_AT > 0 AND u.ENDS_AT <= :at";

    /** Their ids: each way of ending has its index. */
    static final String IDS = """
            SELECT u.ID FROM FA_PERMISSION u WHERE %1$s AND u.STATE = 'pending' AND %2$s
            UNION
            SELECT u.ID FROM FA_PERMISSION u WHERE %1$s AND u.STATE = 'granted' AND u.LIVE_GRANT_ID IS NULL
            UNION
            SELECT u.ID FROM FA_PERMISSION u WHERE %1$s AND u.STATE = 'pending' AND u.USER_ID IS NULL
            """.formatted(Sql.inRealm("u"), ENDED);

    /** The permissions whose grant has run out, which is put on record with the grant. */
    static final String RUN_OUT =
            "SELECT u.ID FROM FA_PERMISSION u WHERE " + Sql.inRealm("u") + " AND u.STATE = 'granted' AND " + ENDED;

    /** A bounded number of them. */
    static final String TEXT = "SELECT " + PermissionRows.COLUMNS + ", COALESCE((SELECT " + PermissionRows.SECRET
            + " FROM FA_NODE n WHERE n.ID = r.NODE_ID), r.SECRET) FROM FA_PERMISSION r WHERE " + Sql.inRealm("r")
            + " AND r.ID = ANY (ARRAY(" + IDS + " FETCH FIRST :max ROWS ONLY)) ORDER BY r.ENDS_AT, r.ID";

    private Unrecorded() {}
}
