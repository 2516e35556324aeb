package io.featureaccess.storage;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Role;
import java.util.List;

/**
 * Nodes that nobody enabled owns for good. First those to whom owner grants are made that do not count, disabled users and
 * groups without members, then nodes in path order past every one with a grant to somebody else.
 */
final class Orphans {

    private static final String DEAD = """
            WITH RECURSIVE
            OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                SELECT g.ID, g.TARGET, g.PRINCIPAL_ID FROM FA_GRANT g WHERE %s),
            %s
            SELECT DISTINCT o.PRINCIPAL_ID FROM OWNERSHIP o
            LEFT JOIN LIVE l ON l.ID = o.PRINCIPAL_ID
            WHERE l.ID IS NULL
            """.formatted(Owners.LASTING, Owners.LIVE);

    private static final String NOT_OWNED_AT = " AND NOT EXISTS (SELECT 1 FROM FA_GRANT g WHERE g.TARGET = %s AND "
            + Owners.LASTING + " AND g.PRINCIPAL_ID <> ALL (:dead))";

    private static final String PAGE = "SELECT " + NodeRows.COLUMNS + " FROM FA_NODE n WHERE n.REALM_ID = :realm"
            + " AND (:withSecret OR NOT n.SECRET AND NOT COALESCE("
            + "(SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE))"
            + NOT_OWNED_AT.formatted("'*'")
            + NOT_OWNED_AT.formatted("n.WORKSPACE_ID")
            + NOT_OWNED_AT.formatted("n.PROJECT_ID")
            + NOT_OWNED_AT.formatted("n.ID")
            + " ORDER BY n.REALM_ID, n.PATH OFFSET :first ROWS FETCH NEXT :max ROWS ONLY";

    private final Sql sql;

    Orphans(Sql sql) {
        this.sql = sql;
    }

    List<Node> page(boolean withSecret, PageRequest page) {
        List<String> dead = sql.statement(DEAD)
                .with("owner", Role.OWNER.id())
                .rows()
                .map(row -> row.text(0))
                .toList();
        return sql.statement(PAGE)
                .with("owner", Role.OWNER.id())
                .withAll("dead", dead)
                .with("withSecret", withSecret)
                .with("first", page.first())
                .with("max", page.max())
                .rows()
                .map(NodeRows::node)
                .toList();
    }
}
