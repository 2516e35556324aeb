package io.featureaccess.storage;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.RoleShifts;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link RoleShifts} over the tables of grants and nodes. */
public final class SqlRoleShifts implements RoleShifts {

    private static final String TEXT = "SELECT " + GrantRows.COLUMNS + ", n.PATH, COALESCE(" + HeldGrants.SECRET
            + ", FALSE) FROM FA_GRANT g LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID WHERE " + Sql.inRealm("g")
            + " AND g.PRINCIPAL_ID = ANY (:principals) AND (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)"
            + " AND NOT EXISTS (SELECT 1 FROM FA_GRANT k WHERE " + Sql.inRealm("k")
            + " AND k.TARGET = g.TARGET AND k.ROLE = g.ROLE AND k.PRINCIPAL_ID = ANY (:others)"
            + " AND (k.EXPIRES_AT IS NULL OR k.EXPIRES_AT > :at))" + HeldGrants.READABLE
            + " ORDER BY COALESCE(n.PATH, ''), " + RoleSets.strongestFirst("g.ROLE")
            + ", g.ID FETCH FIRST :max ROWS ONLY";

    private final Sql sql;
    private final SqlFactsReader facts;

    public SqlRoleShifts(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, "");
    }

    @Override
    public List<HeldGrant> between(
            Set<PrincipalId> principals, Set<PrincipalId> others, PrincipalId reader, int max, Instant at) {
        if (principals.isEmpty()) {
            return List.of();
        }
        LoadedFacts person = facts.load(Set.of(reader), Set.of(), at);
        List<String> carriers = person.isEnabled(reader) ? person.carriers(reader) : List.of();
        return Ownership.bind(Held.bind(sql.statement(TEXT), carriers, at))
                .withAll("principals", values(principals))
                .withAll("others", values(others))
                .with("max", max)
                .rows()
                .map(SqlRoleShifts::held)
                .toList();
    }

    private static HeldGrant held(Row row) {
        return new HeldGrant(
                GrantRows.grant(row),
                row.optionalText(GrantRows.WIDTH).map(NodePath::parse),
                row.flag(GrantRows.WIDTH + 1),
                Optional.empty());
    }

    private static List<String> values(Collection<PrincipalId> ids) {
        return ids.stream().map(PrincipalId::value).toList();
    }
}
