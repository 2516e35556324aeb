package io.featureaccess.storage;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one principal holds anywhere, as another may read it. */
final class HeldGrants {

    static final String SECRET =
            "(n.SECRET OR COALESCE((SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE))";

    private static final String TEXT = "SELECT " + GrantRows.COLUMNS + ", n.PATH, COALESCE(" + SECRET + ", FALSE)"
            + " FROM FA_GRANT g LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID AND n.ID = ANY (ARRAY("
            // Says nothing new, and keeps PostgreSQL from reading all nodes.
            + "SELECT a.NODE_ID FROM FA_GRANT a WHERE " + Sql.inRealm("a") + " AND a.PRINCIPAL_ID = ANY (:holders)))"
            + " WHERE " + Sql.inRealm("g") + " AND g.PRINCIPAL_ID = ANY (:holders)%s"
            + " ORDER BY COALESCE(n.PATH, ''), " + RoleSets.strongestFirst("g.ROLE")
            + ", g.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY";

    static final String READABLE = " AND (n.ID IS NULL OR NOT " + SECRET + " OR " + Ownership.OWNS_SECRET + ")";

    private final Sql sql;
    private final SqlFactsReader reader;

    HeldGrants(Sql sql, SqlFactsReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    List<HeldGrant> read(PrincipalId principal, PrincipalId readBy, boolean glassBroken, PageRequest page, Instant at) {
        LoadedFacts people = reader.load(new HashSet<>(List.of(principal, readBy)), Set.of(), at);
        Statement statement = sql.statement(TEXT.formatted(glassBroken ? "" : READABLE))
                .withAll("holders", people.carriers(principal))
                .with("first", page.first())
                .with("max", page.max());
        if (!glassBroken) {
            List<String> readers = people.isEnabled(readBy) ? people.carriers(readBy) : List.of();
            Ownership.bind(Held.bind(statement, readers, at));
        }
        return statement
                .rows()
                .map(row -> new HeldGrant(
                        GrantRows.grant(row),
                        row.optionalText(GrantRows.WIDTH).map(NodePath::parse),
                        row.flag(GrantRows.WIDTH + 1),
                        people.groupPath(GrantRows.grant(row).principal().value())))
                .toList();
    }
}
