package io.featureaccess.storage;

import io.featureaccess.application.port.ComingEnds;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@link ComingEnds} in the table {@code FA_GRANT}. */
public final class SqlComingEnds implements ComingEnds {

    private static final String UNTOLD = """
            WITH RECURSIVE
            COMING (ID) AS (
                SELECT g.ID FROM FA_GRANT g
                WHERE g.REALM_ID = :realm AND g.END_STAGE = 0 AND g.EXPIRES_AT > :now AND g.EXPIRES_AT <= :until
                ORDER BY g.EXPIRES_AT, g.ID FETCH FIRST :max ROWS ONLY),
            WANTED (ID) AS (SELECT DISTINCT g.PRINCIPAL_ID FROM COMING c JOIN FA_GRANT g ON g.ID = c.ID AND g.REALM_ID = :realm),
            %s, %s
            SELECT %s, CASE WHEN g.GROUP_ID IS NULL THEN COALESCE(n.TYPE, 'user') ELSE 'group' END, COALESCE(n.NAME, g.PRINCIPAL_ID)
            FROM COMING c
            JOIN FA_GRANT g ON g.ID = c.ID AND g.REALM_ID = :realm
            LEFT JOIN NAMED n ON n.ID = g.PRINCIPAL_ID
            ORDER BY g.EXPIRES_AT, g.ID
            """.formatted(Names.GROUP_PATH, Names.NAMED, GrantRows.COLUMNS);

    private final Sql sql;

    public SqlComingEnds(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public List<ComingEnd> untold(Instant now, Instant until, int max) {
        return sql.statement(UNTOLD)
                .with("now", Micros.of(now))
                .with("until", Micros.of(until))
                .with("max", max)
                .rows()
                .map(SqlComingEnds::coming)
                .toList();
    }

    @Override
    public void told(Set<GrantId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        int changed = sql.statement("UPDATE FA_GRANT SET END_STAGE = 1"
                        + " WHERE REALM_ID = :realm AND ID = ANY (:ids) AND END_STAGE = 0")
                .withAll("ids", ids.stream().map(GrantId::value).toList())
                .run();
        if (changed != ids.size()) {
            throw DomainProblem.changedMeanwhile();
        }
    }

    private static ComingEnd coming(Row row) {
        PrincipalId id = new PrincipalId(row.text(2));
        PrincipalType type = PrincipalType.parse(row.text(GrantRows.WIDTH));
        return new ComingEnd(GrantRows.grant(row), new Principal(id, type, row.text(GrantRows.WIDTH + 1)));
    }
}
