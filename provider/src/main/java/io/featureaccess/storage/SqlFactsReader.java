package io.featureaccess.storage;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** {@link FactsReader} by one statement whose cost depends on what is asked and held, never on what exists. */
public final class SqlFactsReader implements FactsReader {

    /**
     * Rows of five types in one answer: nodes of the asked lineages, users, groups that count for a principal, admins, and held
     * roles. Grants are looked up by index for every pair of carrier and target, each side of a pair said to depend on both, and
     * by an outer join with a condition that no database turns into an inner one: PostgreSQL would take the liberty to read all
     * grants on a node, or all of a carrier, and look among them.
     */
    private static final String TEXT = """
            WITH RECURSIVE
            %1$s, %2$s, %3$s,
            NODE (ID, PATH, SECRET, LOCKED, VIEWERS_READ_OFFLINE) AS (%4$s)
            SELECT 'NODE', n.ID, n.PATH, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),
                n.SECRET, n.LOCKED, n.VIEWERS_READ_OFFLINE, CAST(NULL AS BIGINT)
            FROM NODE n
            UNION ALL
            SELECT 'USER', u.ID, NULL, NULL, NULL, NULL, %5$s, NULL, NULL, NULL
            FROM USER_ENTITY u
            %6$s
            WHERE %8$s AND %7$s
            UNION ALL
            SELECT 'GROUP', c.CARRIER_ID, c.NAME, c.PARENT_ID, c.PRINCIPAL_ID, NULL, NULL, NULL, NULL, NULL
            FROM CARRIER c
            WHERE c.NAME IS NOT NULL
            UNION ALL
            SELECT 'ADMIN', a.ID, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM ADMIN a
            UNION ALL
            SELECT 'HELD', g.ID, c.PRINCIPAL_ID, c.CARRIER_ID, g.TARGET, g.ROLE, NULL, NULL, NULL, g.EXPIRES_AT
            FROM CARRIER c
            CROSS JOIN (SELECT n.ID FROM NODE n UNION ALL SELECT '*') t
            LEFT JOIN FA_GRANT g ON g.PRINCIPAL_ID = COALESCE(c.CARRIER_ID, t.ID) AND g.TARGET = COALESCE(t.ID, c.CARRIER_ID)
                AND %9$s
            WHERE COALESCE(g.ID, '') <> '' AND %10$s
            """;

    /** Put together once: it takes as long as a part of the decision itself. */
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private record Shape(boolean single, Object nodes) {}

    private final Sql sql;
    private final String adminRole;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlFactsReader(EntityManager entities, String realm, String adminRole) {
        this.sql = new Sql(entities, realm);
        this.adminRole = adminRole;
    }

    @Override
    public Loaded read(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at) {
        return load(principals, nodes, at);
    }

    /** Also for what else this package wants to know of principals: no node needs to be asked for. */
    LoadedFacts load(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at) {
        return LoadedFacts.of(principals, nodes, at, rows(principals, AskedNodes.of(nodes)));
    }

    /** About nodes that are known only once they are read. */
    LoadedFacts load(Set<PrincipalId> principals, NodeSelection nodes, Instant at) {
        return LoadedFacts.of(principals, Set.of(), at, rows(principals, nodes));
    }

    private Stream<Row> rows(Set<PrincipalId> principals, NodeSelection nodes) {
        AskedPrincipals askers = AskedPrincipals.of(principals);
        String text = TEXTS.computeIfAbsent(new Shape(askers.single(), nodes.shape()), shape -> text(askers, nodes));
        Statement statement = askers.bind(sql.statement(text).with("adminRole", adminRole));
        nodes.bind(statement);
        return statement.rowsAlone();
    }

    private static String text(AskedPrincipals askers, NodeSelection nodes) {
        return TEXT.formatted(
                Carriers.of(askers),
                Carriers.ADMIN_ROLE,
                Carriers.ADMIN,
                nodes.selection(),
                Carriers.ENABLED,
                Carriers.CLIENT_OF_USER,
                askers.among("u.ID"),
                Sql.notByRealm("u"),
                Sql.notByRealm("g"),
                Sql.expectFew("c.CARRIER_ID"));
    }
}
