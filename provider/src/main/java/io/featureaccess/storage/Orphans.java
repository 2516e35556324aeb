package io.featureaccess.storage;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Role;
import java.util.Comparator;
import java.util.List;

/**
 * Nodes that nobody enabled owns for good. They lie in workspaces that are themselves without an owner, so that nothing is read
 * below the others; and in those, nodes are read in path order up to where the page is full.
 */
final class Orphans {

    /** Groups with a lasting owner grant and without an enabled member; the limit keeps PostgreSQL from reading all grants. */
    private static final String DEAD_GROUPS = """
            WITH RECURSIVE
            OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                SELECT '', '', k.ID FROM KEYCLOAK_GROUP k
                WHERE k.REALM_ID = :realm AND (
                    SELECT g.ID FROM FA_GRANT g WHERE g.GROUP_ID = k.ID AND %s AND %s FETCH FIRST 1 ROW ONLY) IS NOT NULL),
            %s
            SELECT o.PRINCIPAL_ID FROM OWNERSHIP o
            LEFT JOIN LIVE l ON l.ID = o.PRINCIPAL_ID
            WHERE l.ID IS NULL
            """.formatted(Sql.inRealm("g"), Owners.ROLE, Owners.LIVE);

    /** Looked up for each node, and not joined: no database should read the grants of nodes that are not on the page. */
    private static final String NOT_OWNED_AT = """
             AND (SELECT g.ID FROM FA_GRANT g WHERE g.TARGET = %%s AND %s
                AND (g.GROUP_ID IS NOT NULL AND g.GROUP_ID <> ALL (:deadGroups)
                    OR EXISTS (SELECT 1 FROM USER_ENTITY u %s WHERE u.ID = g.USER_ID AND u.REALM_ID = :realm AND %s))
                FETCH FIRST 1 ROW ONLY) IS NULL
            """.formatted(Owners.LASTING, Carriers.CLIENT_OF_USER, Carriers.ENABLED);

    private static final String ORPHAN = " AND (:withSecret OR NOT n.SECRET AND NOT COALESCE("
            + "(SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE))"
            + NOT_OWNED_AT.formatted("n.PROJECT_ID")
            + NOT_OWNED_AT.formatted("n.ID");

    /** Workspaces without an owner, each with the path up to which it alone fills the page. */
    private static final String WORKSPACES = "SELECT w.ID, (SELECT n.PATH FROM FA_NODE n WHERE " + Sql.inRealm("n")
            + " AND n.WORKSPACE_ID = w.ID" + ORPHAN
            + " ORDER BY n.WORKSPACE_ID, n.PATH OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY)"
            + " FROM FA_NODE w WHERE w.REALM_ID = :realm AND w.KIND = 'workspace'"
            + NOT_OWNED_AT.formatted("'*'") + NOT_OWNED_AT.formatted("w.ID");

    private static final String PAGE = "SELECT " + NodeRows.COLUMNS
            + " FROM UNNEST(CAST(:workspaces AS VARCHAR(36) ARRAY)) AS w (ID) JOIN FA_NODE n ON n.WORKSPACE_ID = w.ID WHERE "
            + Sql.inRealm("n") + " AND n.PATH <= :end" + ORPHAN
            + " ORDER BY n.PATH OFFSET :first ROWS FETCH NEXT :max ROWS ONLY";

    /** Greater than anything in paths. */
    private static final String NO_END = "~";

    private final Sql sql;

    Orphans(Sql sql) {
        this.sql = sql;
    }

    List<Node> page(boolean withSecret, PageRequest page) {
        List<String> dead = sql.statement(DEAD_GROUPS)
                .with("owner", Role.OWNER.id())
                .rows()
                .map(row -> row.text(0))
                .toList();
        List<Row> workspaces = bind(sql.statementUpTo(WORKSPACES, page), dead, withSecret)
                .rows()
                .toList();
        if (workspaces.isEmpty()) {
            return List.of();
        }
        String end = workspaces.stream()
                .flatMap(row -> row.optionalText(1).stream())
                .min(Comparator.naturalOrder())
                .orElse(NO_END);
        return bind(sql.statement(PAGE, page), dead, withSecret)
                .withAll(
                        "workspaces",
                        workspaces.stream().map(row -> row.text(0)).toList())
                .with("end", end)
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    private static Statement bind(Statement statement, List<String> deadGroups, boolean withSecret) {
        return statement
                .with("owner", Role.OWNER.id())
                .withAll("deadGroups", deadGroups)
                .with("withSecret", withSecret);
    }
}
