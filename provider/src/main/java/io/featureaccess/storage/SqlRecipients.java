package io.featureaccess.storage;

import io.featureaccess.application.port.Recipients;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Recipients} over Keycloak's tables. */
public final class SqlRecipients implements Recipients {

    /** Of a user {@code u}. */
    private static final String WANTS = """
            u.REALM_ID = :realm AND u.ENABLED AND u.EMAIL IS NOT NULL AND u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL
            AND NOT EXISTS (SELECT 1 FROM FA_MAIL_OFF o WHERE o.REALM_ID = :realm AND o.USER_ID = u.ID)
            """;

    /** From the owner grants down to people: the grants' holders, the groups below those that are groups, their members. */
    private static final String OWNERS = """
            WITH RECURSIVE
            PLACE (ID, FAR) AS (
                SELECT '*', 3
                UNION SELECT n.ID, 0 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.PROJECT_ID, 1 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.WORKSPACE_ID, 2 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node),
            HOLDER (ID, FAR) AS (
                SELECT g.PRINCIPAL_ID, MIN(p.FAR) FROM PLACE p
                JOIN FA_GRANT g ON g.TARGET = p.ID AND g.REALM_ID = :realm
                WHERE (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)
                    AND (g.ROLE = :owner OR g.ROLE = ANY (:projectOwnerRoles) AND EXISTS (
                        SELECT 1 FROM FA_NODE n
                        WHERE n.ID = :node AND n.KIND = 'feature-set' AND n.PROJECT_ID = g.TARGET))
                GROUP BY g.PRINCIPAL_ID),
            IN_GROUP (ID, FAR) AS (
                SELECT k.ID, h.FAR FROM HOLDER h JOIN KEYCLOAK_GROUP k ON k.ID = h.ID AND k.REALM_ID = :realm
                UNION
                SELECT k.ID, i.FAR FROM IN_GROUP i JOIN KEYCLOAK_GROUP k ON k.PARENT_GROUP = i.ID AND k.REALM_ID = :realm),
            OWNING (ID, FAR) AS (
                SELECT h.ID, h.FAR FROM HOLDER h
                UNION SELECT m.USER_ID, i.FAR FROM IN_GROUP i JOIN USER_GROUP_MEMBERSHIP m ON m.GROUP_ID = i.ID)
            SELECT u.ID FROM OWNING o JOIN USER_ENTITY u ON u.ID = o.ID
            WHERE %s
            GROUP BY u.ID, u.USERNAME ORDER BY MIN(o.FAR), u.USERNAME
            FETCH FIRST :max ROWS ONLY
            """.formatted(WANTS);

    /** From the role that makes an admin down to its holders. */
    private static final String ADMINS = """
            WITH RECURSIVE
            %s,
            ADMIN_GROUP (ID) AS (
                SELECT g.ID FROM ADMIN_ROLE a
                JOIN GROUP_ROLE_MAPPING m ON m.ROLE_ID = a.ID
                JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID AND g.REALM_ID = :realm
                UNION
                SELECT g.ID FROM ADMIN_GROUP a
                JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = a.ID AND g.REALM_ID = :realm),
            HOLDER (ID) AS (
                SELECT m.USER_ID FROM ADMIN_ROLE a JOIN USER_ROLE_MAPPING m ON m.ROLE_ID = a.ID
                UNION
                SELECT m.USER_ID FROM ADMIN_GROUP a JOIN USER_GROUP_MEMBERSHIP m ON m.GROUP_ID = a.ID)
            SELECT u.ID FROM HOLDER h JOIN USER_ENTITY u ON u.ID = h.ID
            WHERE %s
            ORDER BY u.USERNAME FETCH FIRST :max ROWS ONLY
            """.formatted(Carriers.ADMIN_ROLE, WANTS);

    private final Sql sql;
    private final String adminRole;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlRecipients(EntityManager entities, String realm, String adminRole) {
        this.sql = new Sql(entities, realm);
        this.adminRole = adminRole;
    }

    @Override
    public List<PrincipalId> owners(Optional<NodeId> node, Instant at, int max) {
        return ids(sql.statement(OWNERS)
                .with("node", node.map(NodeId::value).orElse(""))
                .with("at", Micros.of(at))
                .with("owner", Role.OWNER.id())
                .withAll("projectOwnerRoles", RoleSets.OWNING_FROM_PROJECT)
                .with("max", max));
    }

    @Override
    public List<PrincipalId> admins(int max) {
        return ids(sql.statement(ADMINS).with("adminRole", adminRole).with("max", max));
    }

    @Override
    public boolean wants(PrincipalId id) {
        return sql.statement("SELECT u.ID FROM USER_ENTITY u WHERE u.ID = :id AND " + WANTS)
                .with("id", id.value())
                .row()
                .isPresent();
    }

    private static List<PrincipalId> ids(Statement statement) {
        return statement.rows().map(row -> new PrincipalId(row.text(0))).toList();
    }
}
