package io.featureaccess.storage;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Principals with their names as common table expressions: what is listed is sorted by name, and shown with it. A service
 * account is a user with a link to its client; it goes by the client's id and never by its username.
 */
final class Names {

    /**
     * Groups with their paths, for a selection of ids {@code WANTED (ID)}, each once: from each the way up to its root. Groups
     * that belong to organizations are left out, and so are circles of groups, which Keycloak does not forbid: no way up from
     * them ends at a root, and each stops when it is longer than any path.
     */
    static final String GROUP_PATH = """
            WAY_UP (ID, PARENT_ID, PATH) AS (
                SELECT g.ID, g.PARENT_GROUP, CAST('/' || g.NAME AS VARCHAR(4000))
                FROM WANTED w
                JOIN KEYCLOAK_GROUP g ON g.ID = w.ID AND g.REALM_ID = :realm AND g.TYPE = 0
                UNION ALL
                SELECT u.ID, g.PARENT_GROUP, CAST('/' || g.NAME || u.PATH AS VARCHAR(4000))
                FROM WAY_UP u
                JOIN KEYCLOAK_GROUP g ON g.ID = u.PARENT_ID AND g.REALM_ID = :realm
                WHERE LENGTH(u.PATH) < 3700)
            """;

    /** Principals (ID, TYPE, NAME) among {@code WANTED (ID)}, each once. */
    static final String NAMED = """
            NAMED (ID, TYPE, NAME) AS (
                SELECT u.ID, CASE WHEN c.ID IS NULL THEN 'user' ELSE 'service-account' END,
                    CAST(COALESCE(c.CLIENT_ID, u.USERNAME) AS VARCHAR(4000))
                FROM WANTED w
                JOIN USER_ENTITY u ON u.ID = w.ID AND u.REALM_ID = :realm
                LEFT JOIN CLIENT c ON c.ID = u.SERVICE_ACCOUNT_CLIENT_LINK AND c.REALM_ID = u.REALM_ID
                WHERE u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL OR c.ID IS NOT NULL
                UNION ALL
                SELECT w.ID, 'group', w.PATH FROM WAY_UP w WHERE w.PARENT_ID = ' ')
            """;

    private static final String BY_ID = """
            WITH RECURSIVE
            WANTED (ID) AS (
                SELECT u.ID FROM USER_ENTITY u WHERE u.REALM_ID = :realm AND u.ID = ANY (:ids)
                UNION ALL
                SELECT g.ID FROM KEYCLOAK_GROUP g WHERE g.REALM_ID = :realm AND g.ID = ANY (:ids)),
            %s, %s
            SELECT n.ID, n.TYPE, n.NAME FROM NAMED n
            """.formatted(GROUP_PATH, NAMED);

    private Names() {}

    /** Those of the principals that are there, by one statement. */
    static Map<PrincipalId, Principal> of(Sql sql, Collection<String> ids) {
        return sql.statement(BY_ID)
                .withAll("ids", ids)
                .rows()
                .map(Names::principal)
                .collect(Collectors.toMap(Principal::id, principal -> principal));
    }

    /** A row of id, type and name. */
    static Principal principal(Row row) {
        return new Principal(new PrincipalId(row.text(0)), PrincipalType.parse(row.text(1)), row.text(2));
    }
}
