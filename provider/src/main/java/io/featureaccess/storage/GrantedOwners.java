package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.List;

/**
 * To whom a node's owner role is granted, there or above: whose grant is nearest comes first. What lies above is read first
 * and comes as parameters: H2 would look for it anew at every grant of the realm.
 */
final class GrantedOwners {

    private static final String PLACES = """
            SELECT n.PROJECT_ID, n.WORKSPACE_ID, CASE n.KIND WHEN 'feature-set' THEN n.PROJECT_ID ELSE '' END
            FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
            """;

    private static final String OWNERS = """
            WITH RECURSIVE
            OWNER (ID, FAR) AS (
                SELECT g.PRINCIPAL_ID,
                    MIN(CASE g.TARGET WHEN :node THEN 0 WHEN :project THEN 1 WHEN :workspace THEN 2 ELSE 3 END)
                FROM FA_GRANT g
                WHERE g.REALM_ID = :realm AND g.TARGET = ANY (:places)
                    AND (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)
                    AND (g.ROLE = :owner OR g.TARGET = :owningFrom AND g.ROLE = ANY (:owningRoles))
                GROUP BY g.PRINCIPAL_ID),
            WANTED (ID) AS (SELECT o.ID FROM OWNER o),
            %s, %s
            SELECT n.ID, n.TYPE, n.NAME FROM NAMED n
            JOIN OWNER o ON o.ID = n.ID
            ORDER BY o.FAR, n.NAME, n.ID
            FETCH FIRST :max ROWS ONLY
            """.formatted(Names.GROUP_PATH, Names.NAMED);

    private final Sql sql;

    GrantedOwners(Sql sql) {
        this.sql = sql;
    }

    List<Principal> read(NodeId node, int max, Instant at) {
        return sql.statement(PLACES)
                .with("node", node.value())
                .row()
                .map(above -> owners(node, above, max, at))
                .orElse(List.of());
    }

    private List<Principal> owners(NodeId node, Row above, int max, Instant at) {
        String project = above.optionalText(0).orElse("");
        return sql.statement(OWNERS)
                .with("node", node.value())
                .with("project", project)
                .with("workspace", above.text(1))
                .with("owningFrom", above.text(2))
                .withAll("places", List.of("*", above.text(1), project, node.value()))
                .withAll("owningRoles", RoleSets.OWNING_FROM_PROJECT)
                .with("owner", Role.OWNER.id())
                .with("at", Micros.of(at))
                .with("max", max)
                .rows()
                .map(Names::principal)
                .toList();
    }
}
