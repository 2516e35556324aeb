package io.featureaccess.storage;

import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.GrantEntity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Grants} in the table {@code FA_GRANT}. */
public final class SqlGrants implements Grants {

    private final Sql sql;
    private final SqlFactsReader facts;
    private final GrantPermissions permissions;

    public SqlGrants(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, "");
        this.permissions = new GrantPermissions(sql);
    }

    @Override
    public Page<Grant> on(GrantTarget target, PageRequest page) {
        String text =
                """
                WITH RECURSIVE
                WANTED (ID) AS (SELECT DISTINCT g.PRINCIPAL_ID FROM FA_GRANT g WHERE g.REALM_ID = :realm AND g.TARGET = :target),
                %s, %s
                SELECT %s, COUNT(*) OVER ()
                FROM FA_GRANT g
                JOIN NAMED n ON n.ID = g.PRINCIPAL_ID
                WHERE g.REALM_ID = :realm AND g.TARGET = :target
                ORDER BY n.NAME, n.ID, %s
                OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
                """.formatted(Names.GROUP_PATH, Names.NAMED, GrantRows.COLUMNS, RoleSets.strongestFirst("g.ROLE"));
        List<Row> rows = sql.statement(text)
                .with("target", GrantEntity.target(target))
                .with("first", page.first())
                .with("max", page.max())
                .rows()
                .toList();
        return new Page<>(rows.stream().map(GrantRows::grant).toList(), Total.of(rows, GrantRows.WIDTH, page));
    }

    @Override
    public List<Grant> of(Set<PrincipalId> principals, GrantTarget target) {
        return sql.statement("SELECT " + GrantRows.COLUMNS + " FROM FA_GRANT g WHERE g.REALM_ID = :realm"
                        + " AND g.TARGET = :target AND g.PRINCIPAL_ID = ANY (:principals) ORDER BY g.PRINCIPAL_ID, "
                        + RoleSets.strongestFirst("g.ROLE"))
                .with("target", GrantEntity.target(target))
                .withAll(
                        "principals",
                        principals.stream().map(PrincipalId::value).toList())
                .rows()
                .map(GrantRows::grant)
                .toList();
    }

    @Override
    public List<HeldGrant> heldBy(
            PrincipalId principal, PrincipalId reader, boolean glassBroken, PageRequest page, Instant at) {
        return new HeldGrants(sql, facts).read(principal, reader, glassBroken, page, at);
    }

    @Override
    public void lockAllWorkspaces() {
        new RealmRow(sql).lock();
    }

    @Override
    public void add(List<Grant> grants) {
        if (grants.isEmpty()) {
            return;
        }
        GrantedTo there = GrantedTo.check(sql, grants);
        sql.insert(grants.stream().map(there::row).toList(), DomainProblem::changedMeanwhile);
        permissions.begin(grants.stream().map(grant -> grant.id().value()).toList());
    }

    @Override
    public void changeEnds(List<Grant> changed, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        Map<String, Grant> byId =
                changed.stream().collect(Collectors.toMap(grant -> grant.id().value(), grant -> grant));
        permissions.recordRunOut(byId.keySet(), at);
        sql.change(GrantEntity.class, byId.keySet(), row -> row.changeEnd(byId.get(row.id())));
        permissions.followEnds(List.copyOf(byId.keySet()));
    }

    @Override
    public void remove(Set<GrantId> ids, Ending how) {
        if (ids.isEmpty()) {
            return;
        }
        permissions.end(values(ids), how);
        sql.statement("DELETE FROM FA_GRANT WHERE REALM_ID = :realm AND ID = ANY (:ids)")
                .withAll("ids", values(ids))
                .run();
    }

    @Override
    public boolean ownedWithout(NodeId node, Set<GrantId> gone) {
        String text = """
                WITH RECURSIVE
                ABOVE (ID) AS (
                    SELECT '*'
                    UNION SELECT n.ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                    UNION SELECT n.PROJECT_ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                    UNION SELECT n.WORKSPACE_ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node),
                OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                    SELECT g.ID, g.TARGET, g.PRINCIPAL_ID FROM ABOVE a
                    JOIN FA_GRANT g ON g.TARGET = a.ID AND %s
                    WHERE g.ID <> ALL (:gone)),
                %s
                SELECT 1 FROM LIVE_OWNERSHIP FETCH FIRST 1 ROW ONLY
                """.formatted(Owners.LASTING, Owners.LIVE);
        return sql.statement(text)
                .with("owner", Role.OWNER.id())
                .with("node", node.value())
                .withAll("gone", values(gone))
                .row()
                .isPresent();
    }

    @Override
    public boolean orphansWorkspaceWithout(Set<GrantId> gone) {
        String text = """
                WITH RECURSIVE
                OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                    SELECT g.ID, g.TARGET, g.PRINCIPAL_ID FROM FA_GRANT g WHERE %1$s AND g.TARGET = '*'
                    UNION ALL
                    SELECT g.ID, g.TARGET, g.PRINCIPAL_ID FROM FA_NODE w
                    JOIN FA_GRANT g ON g.TARGET = w.ID AND %1$s
                    WHERE w.REALM_ID = :realm AND w.KIND = 'workspace'),
                %2$s,
                OWNED (ID, LEAVING) AS (
                    SELECT w.ID, CASE WHEN l.GRANT_ID = ANY (:gone) THEN 1 ELSE 0 END
                    FROM LIVE_OWNERSHIP l
                    JOIN FA_NODE w ON w.REALM_ID = :realm AND w.KIND = 'workspace' AND (l.TARGET = '*' OR l.TARGET = w.ID))
                SELECT o.ID FROM OWNED o GROUP BY o.ID HAVING MIN(o.LEAVING) = 1
                FETCH FIRST 1 ROW ONLY
                """.formatted(Owners.LASTING, Owners.LIVE);
        return sql.statement(text)
                .with("owner", Role.OWNER.id())
                .withAll("gone", values(gone))
                .row()
                .isPresent();
    }

    @Override
    public List<Principal> grantedOwners(NodeId node, int max, Instant at) {
        return new GrantedOwners(sql).read(node, max, at);
    }

    @Override
    public Page<PrincipalId> holders(
            NodeId node, Optional<PrincipalType> type, Optional<String> name, PageRequest page) {
        return new Holders(sql).read(node, type, name, page);
    }

    private static List<String> values(Collection<GrantId> ids) {
        return ids.stream().map(GrantId::value).toList();
    }
}
