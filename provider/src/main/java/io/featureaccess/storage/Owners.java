package io.featureaccess.storage;

/**
 * Lasting owners, as common table expressions over a selection {@code OWNERSHIP (GRANT_ID, TARGET, PRINCIPAL_ID)} of owner
 * grants without an end: a grant counts if it is to an enabled user or service account, or to a group of which one is a
 * member, also by its subgroups.
 */
final class Owners {

    /** Further parameter {@code owner}: the role's name. */
    static final String ROLE = "g.ROLE = :owner AND g.EXPIRES_AT IS NULL";

    /** The same, for grants that are found by their target: realm and target together are a key. */
    static final String LASTING = "g.REALM_ID = :realm AND " + ROLE;

    private static final String ENABLED = "u.REALM_ID = :realm AND " + Carriers.ENABLED;

    /** {@code LIVE_OWNERSHIP (GRANT_ID, TARGET)}: those that count. */
    static final String LIVE = """
            OWNER_GROUP (ROOT_ID, ID) AS (
                SELECT DISTINCT k.ID, k.ID FROM OWNERSHIP o
                JOIN KEYCLOAK_GROUP k ON k.ID = o.PRINCIPAL_ID AND k.REALM_ID = :realm
                UNION
                SELECT o.ROOT_ID, k.ID FROM OWNER_GROUP o
                JOIN KEYCLOAK_GROUP k ON k.PARENT_GROUP = o.ID AND k.REALM_ID = :realm),
            LIVE (ID) AS (
                SELECT u.ID FROM OWNERSHIP o
                JOIN USER_ENTITY u ON u.ID = o.PRINCIPAL_ID %2$s
                WHERE %1$s
                UNION
                SELECT o.ROOT_ID FROM OWNER_GROUP o
                JOIN USER_GROUP_MEMBERSHIP m ON m.GROUP_ID = o.ID
                JOIN USER_ENTITY u ON u.ID = m.USER_ID %2$s
                WHERE %1$s),
            LIVE_OWNERSHIP (GRANT_ID, TARGET) AS (
                SELECT o.GRANT_ID, o.TARGET FROM OWNERSHIP o JOIN LIVE l ON l.ID = o.PRINCIPAL_ID)
            """.formatted(ENABLED, Carriers.CLIENT_OF_USER);

    private Owners() {}
}
