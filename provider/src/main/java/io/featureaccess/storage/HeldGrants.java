package io.featureaccess.storage;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;

/** What one principal holds anywhere, as another may read it. */
final class HeldGrants {

    private static final String TEXT = """
            WITH RECURSIVE
            %s, %s, %s,
            WANTED (ID) AS (
                SELECT c.CARRIER_ID FROM CARRIER c WHERE c.PRINCIPAL_ID = :principal AND c.NAME IS NOT NULL),
            %s
            SELECT %s, n.PATH, COALESCE(n.SECRET OR p.SECRET, FALSE), w.PATH
            FROM FA_GRANT g
            LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID
            LEFT JOIN FA_NODE p ON p.ID = n.PROJECT_ID
            LEFT JOIN WAY_UP w ON w.ID = g.PRINCIPAL_ID AND w.PARENT_ID = ' '
            WHERE g.REALM_ID = :realm
                AND g.PRINCIPAL_ID = ANY (ARRAY(SELECT c.CARRIER_ID FROM CARRIER c WHERE c.PRINCIPAL_ID = :principal))
                AND (n.ID IS NULL OR NOT (n.SECRET OR p.SECRET) OR :glassBroken OR %s)
            ORDER BY COALESCE(n.PATH, ''), %s, g.ID
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private final Sql sql;

    HeldGrants(Sql sql) {
        this.sql = sql;
    }

    List<HeldGrant> read(PrincipalId principal, PrincipalId reader, boolean glassBroken, PageRequest page, Instant at) {
        String text = TEXT.formatted(
                Carriers.PERSON,
                Carriers.CARRIER,
                Ownership.OWNED,
                Names.GROUP_PATH,
                GrantRows.COLUMNS,
                Ownership.OWNS_SECRET,
                RoleSets.strongestFirst("g.ROLE"));
        Sql.Statement statement = sql.statement(text)
                .withAll("principals", List.of(principal.value(), reader.value()))
                .with("principal", principal.value())
                .with("glassBroken", glassBroken)
                .with("first", page.first())
                .with("max", page.max());
        return Ownership.bind(statement, reader, at)
                .rows()
                .map(row -> new HeldGrant(
                        GrantRows.grant(row),
                        row.optionalText(GrantRows.WIDTH).map(NodePath::parse),
                        row.flag(GrantRows.WIDTH + 1),
                        row.optionalText(GrantRows.WIDTH + 2)))
                .toList();
    }
}
