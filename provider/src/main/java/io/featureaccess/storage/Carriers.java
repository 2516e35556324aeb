package io.featureaccess.storage;

/**
 * Whose grants count for whom, as common table expressions for statements with the parameters {@code realm} and {@code
 * principals}: a principal's own, and those of the groups it is in with all their ancestors. Read from Keycloak's tables,
 * since its caches are invalidated only after commit. Memberships that only an LDAP server knows are in none of them and do
 * not count; an imported user's do.
 */
final class Carriers {

    /** The users among the principals; a service account is enabled only if its client is too. */
    static final String PERSON = """
            PERSON (ID, ENABLED) AS (
                SELECT u.ID, u.ENABLED AND (u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL OR COALESCE(c.ENABLED, FALSE))
                FROM USER_ENTITY u
                LEFT JOIN CLIENT c ON c.ID = u.SERVICE_ACCOUNT_CLIENT_LINK AND c.REALM_ID = u.REALM_ID
                WHERE u.REALM_ID = :realm AND u.ID = ANY (:principals))
            """;

    /** A root group's parent is a blank, which is no group's id; so it ends the recursion for users too. */
    static final String CARRIER = """
            CARRIER (PRINCIPAL_ID, CARRIER_ID, PARENT_ID, NAME) AS (
                SELECT p.ID, p.ID, CAST(' ' AS VARCHAR(36)), CAST(NULL AS VARCHAR(255)) FROM PERSON p
                UNION ALL
                SELECT p.ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255))
                FROM PERSON p
                JOIN USER_GROUP_MEMBERSHIP m ON m.USER_ID = p.ID
                JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID AND g.REALM_ID = :realm
                UNION ALL
                SELECT g.ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255))
                FROM KEYCLOAK_GROUP g
                WHERE g.REALM_ID = :realm AND g.ID = ANY (:principals)
                UNION
                SELECT c.PRINCIPAL_ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255))
                FROM CARRIER c
                JOIN KEYCLOAK_GROUP g ON g.ID = c.PARENT_ID AND g.REALM_ID = :realm)
            """;

    /**
     * The role that makes an admin and all roles that contain it; further parameter {@code adminRole}. The way here stops at
     * circles, which Keycloak does not forbid.
     */
    static final String ADMIN_ROLE = """
            ADMIN_ROLE (ID, WAY) AS (
                SELECT r.ID, CAST(r.ID AS VARCHAR(4000)) FROM KEYCLOAK_ROLE r
                WHERE r.ID = :adminRole AND r.REALM_ID = :realm
                UNION ALL
                SELECT c.COMPOSITE, CAST(a.WAY || ' ' || c.COMPOSITE AS VARCHAR(4000))
                FROM ADMIN_ROLE a
                JOIN COMPOSITE_ROLE c ON c.CHILD_ROLE = a.ID
                WHERE POSITION(c.COMPOSITE IN a.WAY) = 0 AND LENGTH(a.WAY) < 3900)
            """;

    /** The admins among the principals. */
    static final String ADMIN = """
            ADMIN (ID) AS (
                SELECT m.USER_ID FROM ADMIN_ROLE a
                JOIN USER_ROLE_MAPPING m ON m.ROLE_ID = a.ID AND m.USER_ID = ANY (:principals)
                UNION
                SELECT c.PRINCIPAL_ID FROM ADMIN_ROLE a
                JOIN GROUP_ROLE_MAPPING m ON m.ROLE_ID = a.ID
                JOIN CARRIER c ON c.CARRIER_ID = m.GROUP_ID)
            """;

    private Carriers() {}
}
