package io.featureaccess.storage;

/**
 * Whose grants count for whom, as common table expressions for statements with the parameters {@code realm} and those of
 * {@link AskedPrincipals}: a principal's own, and those of the groups it is in with all their ancestors. Read from Keycloak's
 * tables, since its caches are invalidated only after commit. Memberships that only an LDAP server knows are in none of them
 * and do not count; an imported user's do.
 */
final class Carriers {

    /** Whether a user {@code u} with its client {@code c} is enabled: a service account only if its client is too. */
    static final String ENABLED = "u.ENABLED AND (u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL OR COALESCE(c.ENABLED, FALSE))";

    /** Joins the client of a user {@code u}. */
    static final String CLIENT_OF_USER =
            "LEFT JOIN CLIENT c ON c.ID = u.SERVICE_ACCOUNT_CLIENT_LINK AND c.REALM_ID = u.REALM_ID";

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
                WHERE POSITION(c.COMPOSITE IN a.WAY) = 0 AND LENGTH(a.WAY) BETWEEN 1 AND 3900)
            """;

    /** The admins among the principals: each pair is looked up, without reading the role mappings of everybody on the server. */
    static final String ADMIN = """
            ADMIN (ID) AS (
                SELECT c.PRINCIPAL_ID FROM ADMIN_ROLE a
                CROSS JOIN CARRIER c
                LEFT JOIN USER_ROLE_MAPPING u ON u.ROLE_ID = a.ID AND u.USER_ID = c.CARRIER_ID
                LEFT JOIN GROUP_ROLE_MAPPING g ON g.ROLE_ID = a.ID AND g.GROUP_ID = c.CARRIER_ID
                WHERE %s AND %s AND COALESCE(u.USER_ID, g.GROUP_ID, '') <> '')
            """.formatted(Sql.expectFew("a.WAY"), Sql.expectFew("c.CARRIER_ID"));

    /**
     * Keycloak lets two administrators put two groups into each other at the same moment: no way up may go on for ever. That a
     * height is no less than nothing is for PostgreSQL, as {@link Sql#expectFew} is: it looks each parent up.
     */
    private static final String NOT_TOO_HIGH = "c.HEIGHT BETWEEN 0 AND 99";

    /**
     * A principal itself has neither name nor parent, whether or not it exists, and a root group's parent is a blank, which is
     * no group's id. Groups are joined from the side, so that H2 looks each up instead of reading all there are in the realm.
     */
    private static final String CARRIER = """
            CARRIER (PRINCIPAL_ID, CARRIER_ID, PARENT_ID, NAME, HEIGHT) AS (
                SELECT p.ID, p.ID, CAST(' ' AS VARCHAR(36)), CAST(NULL AS VARCHAR(255)), 0 FROM %1$s
                UNION ALL
                SELECT m.USER_ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255)), 0
                FROM USER_GROUP_MEMBERSHIP m
                LEFT JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID
                WHERE %2$s AND %5$s
                UNION ALL
                SELECT g.ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255)), 0
                FROM KEYCLOAK_GROUP g
                WHERE %5$s AND %3$s
                UNION
                SELECT c.PRINCIPAL_ID, g.ID, g.PARENT_GROUP, CAST(g.NAME AS VARCHAR(255)), c.HEIGHT + 1
                FROM CARRIER c
                JOIN KEYCLOAK_GROUP g ON g.ID = c.PARENT_ID AND %5$s
                WHERE %4$s)
            """;

    private Carriers() {}

    /**
     * {@code CARRIER (PRINCIPAL_ID, CARRIER_ID, PARENT_ID, NAME, HEIGHT)}: the principals, and the groups that count for them. A
     * group that is reached by ways of different length is in it for each.
     */
    static String of(AskedPrincipals principals) {
        return CARRIER.formatted(
                principals.table(),
                principals.among("m.USER_ID"),
                principals.among("g.ID"),
                NOT_TOO_HIGH,
                Sql.notByRealm("g"));
    }
}
