package io.featureaccess.storage;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Ownerships} over the tables of grants and nodes, and Keycloak's of people. */
public final class SqlOwnerships implements Ownerships {

    private static final String COUNTING = """
            WITH RECURSIVE
            OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                SELECT '', '', p.ID FROM UNNEST(CAST(:principals AS VARCHAR(36) ARRAY)) AS p (ID)),
            %s
            SELECT l.ID FROM LIVE l
            """.formatted(Owners.LIVE);

    private static final String THEIR_OWNERSHIPS =
            Sql.inRealm("g") + " AND g.PRINCIPAL_ID = ANY (:principals) AND " + Owners.ROLE;

    private static final String LOCK = "SELECT n.ID FROM FA_NODE n WHERE " + Sql.inRealm("n")
            + " AND n.ID = ANY (ARRAY(SELECT g.NODE_ID FROM FA_GRANT g WHERE " + THEIR_OWNERSHIPS
            + ")) ORDER BY n.PATH FOR UPDATE";

    /** For each node that they own by themselves, the owners on it and above it: one without any is an orphan. */
    private static final String ORPHANS = """
            WITH RECURSIVE
            LOST (TARGET) AS (SELECT DISTINCT g.TARGET FROM FA_GRANT g WHERE %1$s),
            CANDIDATE (ID, PROJECT_ID, WORKSPACE_ID) AS (
                SELECT n.ID, n.PROJECT_ID, n.WORKSPACE_ID FROM LOST l
                JOIN FA_NODE n ON n.ID = l.TARGET AND n.REALM_ID = :realm
                UNION
                SELECT w.ID, w.PROJECT_ID, w.WORKSPACE_ID FROM LOST l
                JOIN FA_NODE w ON w.REALM_ID = :realm AND w.KIND = 'workspace'
                WHERE l.TARGET = '*'),
            ABOVE (NODE_ID, TARGET) AS (
                SELECT c.ID, c.ID FROM CANDIDATE c
                UNION SELECT c.ID, c.PROJECT_ID FROM CANDIDATE c
                UNION SELECT c.ID, c.WORKSPACE_ID FROM CANDIDATE c
                UNION SELECT c.ID, '*' FROM CANDIDATE c),
            OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID) AS (
                SELECT g.ID, a.NODE_ID, g.PRINCIPAL_ID FROM ABOVE a JOIN FA_GRANT g ON g.TARGET = a.TARGET AND %2$s),
            %3$s
            SELECT n.PATH, CASE WHEN n.SECRET OR COALESCE(p.SECRET, FALSE) THEN 1 ELSE 0 END AS HIDDEN
            FROM CANDIDATE c
            JOIN FA_NODE n ON n.ID = c.ID
            LEFT JOIN FA_NODE p ON p.ID = n.PROJECT_ID
            LEFT JOIN LIVE_OWNERSHIP o ON o.TARGET = c.ID
            WHERE o.TARGET IS NULL
            ORDER BY HIDDEN, n.PATH FETCH FIRST 1 ROW ONLY
            """.formatted(THEIR_OWNERSHIPS, Owners.LASTING, Owners.LIVE);

    private static final String OPENING = "SELECT g.ID FROM FA_GRANT g LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID"
            + " WHERE " + Sql.inRealm("g") + " AND g.PRINCIPAL_ID = ANY (:principals)"
            + " AND (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)"
            + " AND (g.ROLE = :owner OR g.TARGET_KIND = 'project' AND g.ROLE = ANY (:projectOwnerRoles))"
            + " AND NOT COALESCE("
            + Held.at("ownerRoles", List.of("'*'", "n.WORKSPACE_ID", "n.PROJECT_ID", "n.ID"))
            + ", FALSE) FETCH FIRST 1 ROW ONLY";

    private static final String SECRETS = "SELECT " + NodeRows.COLUMNS + " FROM FA_NODE n WHERE " + Sql.inRealm("n")
            + " AND n.SECRET AND n.PATH > :after AND " + Ownership.OWNS_SECRET
            + " ORDER BY n.PATH FETCH FIRST :max ROWS ONLY";

    private static final String HELD = "SELECT " + GrantRows.COLUMNS + ", n.PATH, COALESCE(" + HeldGrants.SECRET
            + ", FALSE) FROM FA_GRANT g LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID WHERE " + Sql.inRealm("g")
            + " AND g.PRINCIPAL_ID = ANY (:principals) AND g.ID > :after ORDER BY g.ID FETCH FIRST :max ROWS ONLY";

    private final Sql sql;
    private final SqlFactsReader facts;

    public SqlOwnerships(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, "");
    }

    @Override
    public Set<PrincipalId> counting(Set<PrincipalId> principals) {
        return sql.statement(COUNTING)
                .withAll("principals", values(principals))
                .rows()
                .map(row -> new PrincipalId(row.text(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void lock(Set<PrincipalId> principals) {
        sql.statement(LOCK)
                .withAll("principals", values(principals))
                .with("owner", Role.OWNER.id())
                .forEach(row -> {});
    }

    @Override
    public Optional<Orphan> orphanOf(Set<PrincipalId> principals) {
        return sql.statement(ORPHANS)
                .withAll("principals", values(principals))
                .with("owner", Role.OWNER.id())
                .row()
                .map(row -> new Orphan(NodePath.parse(row.text(0)), row.number(1) == 1));
    }

    @Override
    public boolean opens(Set<PrincipalId> groups, PrincipalId other, Instant at) {
        LoadedFacts person = facts.load(Set.of(other), Set.of(), at);
        List<String> carriers = person.isEnabled(other) ? person.carriers(other) : List.of();
        return Held.bind(sql.statement(OPENING), carriers, at)
                .withAll("principals", values(groups))
                .with("owner", Role.OWNER.id())
                .withAll("ownerRoles", List.of(Role.OWNER.id()))
                .withAll("projectOwnerRoles", RoleSets.OWNING_FROM_PROJECT)
                .row()
                .isPresent();
    }

    @Override
    public List<Node> secretsOf(Set<PrincipalId> groups, Optional<NodePath> after, int max, Instant at) {
        return Ownership.bind(Held.bind(sql.statement(SECRETS), values(groups), at))
                .with("after", after.map(NodePath::toString).orElse(""))
                .with("max", max)
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    @Override
    public List<HeldGrant> heldBy(Set<PrincipalId> principals, Optional<GrantId> after, int max) {
        return sql.statement(HELD)
                .withAll("principals", values(principals))
                .with("after", after.map(GrantId::value).orElse(""))
                .with("max", max)
                .rows()
                .map(row -> new HeldGrant(
                        GrantRows.grant(row),
                        row.optionalText(GrantRows.WIDTH).map(NodePath::parse),
                        row.flag(GrantRows.WIDTH + 1),
                        Optional.empty()))
                .toList();
    }

    @Override
    public void gone(Set<GrantId> grants, Ending how) {
        if (!grants.isEmpty()) {
            new GrantPermissions(sql).end(grants.stream().map(GrantId::value).toList(), how);
        }
    }

    private static List<String> values(Collection<PrincipalId> ids) {
        return ids.stream().map(PrincipalId::value).toList();
    }
}
