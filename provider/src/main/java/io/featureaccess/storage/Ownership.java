package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;

/** Whether a reader may know of secret nodes: only by owning them, by whatever way. Needs {@link Carriers}. */
final class Ownership {

    /** What makes the reader an owner, {@code OWNED (TARGET, ROLE)}: valid grants, of an enabled reader. */
    static final String OWNED = """
            OWNED (TARGET, ROLE) AS (
                SELECT DISTINCT g.TARGET, g.ROLE FROM FA_GRANT g
                WHERE g.REALM_ID = :realm
                    AND g.PRINCIPAL_ID = ANY (ARRAY(SELECT c.CARRIER_ID FROM CARRIER c WHERE c.PRINCIPAL_ID = :reader))
                    AND (g.EXPIRES_AT IS NULL OR g.EXPIRES_AT > :at)
                    AND NOT EXISTS (SELECT 1 FROM PERSON p WHERE p.ID = :reader AND NOT p.ENABLED))
            """;

    /**
     * Of a node {@code n} with its project {@code p}, where one of them is secret: in a secret project only its owners own
     * anything; elsewhere a secret feature set has owners of its own, too, who need a role on the project.
     */
    static final String OWNS_SECRET = """
            (EXISTS (SELECT 1 FROM OWNED o
                WHERE o.ROLE IN (:ownerRoles) AND o.TARGET IN ('*', n.WORKSPACE_ID, n.PROJECT_ID))
            OR n.KIND = 'feature-set' AND NOT p.SECRET AND (
                EXISTS (SELECT 1 FROM OWNED o WHERE o.ROLE IN (:projectOwnerRoles) AND o.TARGET = n.PROJECT_ID)
                OR EXISTS (SELECT 1 FROM OWNED o WHERE o.ROLE IN (:ownerRoles) AND o.TARGET = n.ID)
                    AND EXISTS (SELECT 1 FROM OWNED o
                        WHERE o.ROLE IN (:viewerRoles) AND o.TARGET IN ('*', n.WORKSPACE_ID, n.PROJECT_ID))
                    AND EXISTS (SELECT 1 FROM OWNED o
                        WHERE o.ROLE IN (:readerRoles) AND o.TARGET IN ('*', n.WORKSPACE_ID, n.PROJECT_ID))))
            """;

    private Ownership() {}

    static Sql.Statement bind(Sql.Statement statement, PrincipalId reader, Instant at) {
        return statement
                .with("reader", reader.value())
                .with("at", Micros.of(at))
                .withAll("ownerRoles", RoleSets.of(role -> role.implies(Role.OWNER)))
                .withAll("projectOwnerRoles", RoleSets.of(Ownership::ownsFromProject))
                .withAll("viewerRoles", RoleSets.of(role -> role.implies(Role.VIEWER)))
                .withAll("readerRoles", RoleSets.of(role -> role.implies(Role.DATA_READER)));
    }

    private static boolean ownsFromProject(Role role) {
        return Level.PROJECT.inheritedAs(role, NodeKind.FEATURE_SET).implies(Role.OWNER);
    }
}
