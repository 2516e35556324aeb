package io.featureaccess.storage;

import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * {@link GrantEnds} in the table {@code FA_GRANT}: the column {@code END_STAGE} says what was done about an end. The row stays
 * where it is, so that denials can say that the grant has ended; it counts no more than if it were gone.
 */
public final class SqlGrantEnds implements GrantEnds {

    /** What was done about an end. */
    private static final int TOLD = 1;

    private static final int RECORDED = 2;

    private static final String ENDS = """
            WITH RECURSIVE
            ENDING (ID) AS (
                SELECT g.ID FROM FA_GRANT g
                WHERE g.REALM_ID = :realm AND %s
                ORDER BY g.EXPIRES_AT, g.ID FETCH FIRST :max ROWS ONLY),
            WANTED (ID) AS (SELECT DISTINCT g.PRINCIPAL_ID FROM ENDING e JOIN FA_GRANT g ON g.ID = e.ID AND g.REALM_ID = :realm),
            %s, %s
            SELECT %s, CASE WHEN g.GROUP_ID IS NULL THEN COALESCE(n.TYPE, 'user') ELSE 'group' END,
                COALESCE(n.NAME, g.PRINCIPAL_ID), t.PATH, t.SECRET OR COALESCE(p.SECRET, FALSE)
            FROM ENDING e
            JOIN FA_GRANT g ON g.ID = e.ID AND g.REALM_ID = :realm
            LEFT JOIN NAMED n ON n.ID = g.PRINCIPAL_ID
            LEFT JOIN FA_NODE t ON t.ID = g.NODE_ID
            LEFT JOIN FA_NODE p ON p.ID = t.PROJECT_ID
            ORDER BY g.EXPIRES_AT, g.ID
            """;

    private final Sql sql;

    public SqlGrantEnds(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public List<EndingGrant> untold(Instant now, Instant until, int max) {
        return read(
                ends("g.END_STAGE = 0 AND g.EXPIRES_AT > :now AND g.EXPIRES_AT <= :until")
                        .with("until", Micros.of(until)),
                now,
                max);
    }

    @Override
    public void told(Set<GrantId> ids) {
        advance(ids, TOLD);
    }

    @Override
    public List<EndingGrant> unrecorded(Instant now, int max) {
        return read(ends("g.END_STAGE IN (0, 1) AND g.EXPIRES_AT <= :now"), now, max);
    }

    @Override
    public void recorded(Set<GrantId> ids, Instant now) {
        new GrantPermissions(sql).recordRunOut(ids.stream().map(GrantId::value).toList(), now);
        advance(ids, RECORDED);
    }

    private Statement ends(String which) {
        return sql.statement(ENDS.formatted(which, Names.GROUP_PATH, Names.NAMED, GrantRows.COLUMNS));
    }

    private static List<EndingGrant> read(Statement statement, Instant now, int max) {
        return statement
                .with("now", Micros.of(now))
                .with("max", max)
                .rows()
                .map(SqlGrantEnds::ending)
                .toList();
    }

    private void advance(Set<GrantId> ids, int stage) {
        if (ids.isEmpty()) {
            return;
        }
        int changed = sql.statement("UPDATE FA_GRANT SET END_STAGE = :stage"
                        + " WHERE REALM_ID = :realm AND ID = ANY (:ids) AND END_STAGE < :stage")
                .with("stage", stage)
                .withAll("ids", ids.stream().map(GrantId::value).toList())
                .run();
        if (changed != ids.size()) {
            throw DomainProblem.changedMeanwhile();
        }
    }

    private static EndingGrant ending(Row row) {
        PrincipalId id = new PrincipalId(row.text(2));
        PrincipalType type = PrincipalType.parse(row.text(GrantRows.WIDTH));
        return new EndingGrant(
                GrantRows.grant(row),
                new Principal(id, type, row.text(GrantRows.WIDTH + 1)),
                row.optionalText(GrantRows.WIDTH + 2)
                        .map(path -> new AuditRow.Subject(
                                new NodeId(row.text(1)), NodePath.parse(path), row.flag(GrantRows.WIDTH + 3))));
    }
}
