package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.List;

/** To whom a node's owner role is granted, there or above: whose grant is nearest comes first. */
final class GrantedOwners {

    private static final String TEXT = """
            WITH RECURSIVE
            PLACE (ID, FAR) AS (
                SELECT '*', 3
                UNION SELECT n.ID, 0 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.PROJECT_ID, 1 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.WORKSPACE_ID, 2 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node),
            OWNER (ID, FAR) AS (
                SELECT g.PRINCIPAL_ID, MIN(p.FAR) FROM PLACE p
                JOIN FA_GRANT g ON g.TARGET = p.ID AND g.REALM_ID = :realm
                WHERE (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)
                    AND (g.ROLE = :owner OR g.ROLE = ANY (:projectOwnerRoles) AND EXISTS (
                        SELECT 1 FROM FA_NODE n
                        WHERE n.ID = :node AND n.KIND = 'feature-set' AND n.PROJECT_ID = g.TARGET))
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
        return sql.statement(TEXT)
                .with("node", node.value())
                .with("max", max)
                .with("at", Micros.of(at))
                .with("owner", Role.OWNER.id())
                .withAll("projectOwnerRoles", RoleSets.OWNING_FROM_PROJECT)
                .rows()
                .map(Names::principal)
                .toList();
    }
}
