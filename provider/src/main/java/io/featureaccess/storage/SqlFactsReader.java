package io.featureaccess.storage;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** {@link FactsReader} by one statement whose cost depends on what is asked and held, never on what exists. */
public final class SqlFactsReader implements FactsReader {

    /**
     * Rows of four types in one answer: nodes of the asked lineages, principals, the groups that count for them, and held
     * roles. Grants are looked up by index for every carrier and target; the arrays are for PostgreSQL, which would otherwise
     * guess that a recursion finds thousands of groups, and scan all grants.
     */
    private static final String TEXT = """
            WITH RECURSIVE
            %s, %s, %s, %s,
            ASKED (ID, WORKSPACE_ID, PROJECT_ID) AS (%s),
            TARGET (ID) AS (
                SELECT a.WORKSPACE_ID FROM ASKED a
                UNION SELECT a.PROJECT_ID FROM ASKED a WHERE a.PROJECT_ID IS NOT NULL
                UNION SELECT a.ID FROM ASKED a
                UNION SELECT '*')
            SELECT 'NODE', n.ID, n.PATH, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),
                n.SECRET, n.LOCKED, n.VIEWERS_READ_OFFLINE, CAST(NULL AS BIGINT)
            FROM TARGET t
            JOIN FA_NODE n ON n.ID = t.ID AND n.REALM_ID = :realm
            UNION ALL
            SELECT 'PRINCIPAL', c.PRINCIPAL_ID, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),
                COALESCE(p.ENABLED, TRUE), a.ID IS NOT NULL, CAST(NULL AS BOOLEAN), CAST(NULL AS BIGINT)
            FROM CARRIER c
            LEFT JOIN PERSON p ON p.ID = c.PRINCIPAL_ID
            LEFT JOIN ADMIN a ON a.ID = c.PRINCIPAL_ID
            WHERE c.CARRIER_ID = c.PRINCIPAL_ID
            UNION ALL
            SELECT DISTINCT 'GROUP', c.CARRIER_ID, c.NAME, c.PARENT_ID, c.PRINCIPAL_ID, CAST(NULL AS VARCHAR),
                CAST(NULL AS BOOLEAN), CAST(NULL AS BOOLEAN), CAST(NULL AS BOOLEAN), CAST(NULL AS BIGINT)
            FROM CARRIER c
            WHERE c.NAME IS NOT NULL
            UNION ALL
            SELECT DISTINCT 'HELD', g.ID, c.PRINCIPAL_ID, c.CARRIER_ID, g.TARGET, g.ROLE,
                CAST(NULL AS BOOLEAN), CAST(NULL AS BOOLEAN), CAST(NULL AS BOOLEAN), g.EXPIRES_AT
            FROM CARRIER c
            CROSS JOIN TARGET t
            JOIN FA_GRANT g ON g.PRINCIPAL_ID = c.CARRIER_ID AND g.TARGET = t.ID
            WHERE g.REALM_ID = :realm
            """;

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
        String text = TEXT.formatted(
                Carriers.PERSON, Carriers.CARRIER, Carriers.ADMIN_ROLE, Carriers.ADMIN, nodes.selection());
        Sql.Statement statement = sql.statement(text)
                .with("adminRole", adminRole)
                .withAll(
                        "principals",
                        principals.stream().map(PrincipalId::value).toList());
        return nodes.bind(statement).rows();
    }
}
