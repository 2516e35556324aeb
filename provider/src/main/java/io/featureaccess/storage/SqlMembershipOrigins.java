package io.featureaccess.storage;

import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@link MembershipOrigins} from Keycloak's memberships and the rows that say which rules gave them. */
public final class SqlMembershipOrigins implements MembershipOrigins {

    /** From each membership the way up to the root of its group, once for each who gave it. */
    private static final String TEXT = """
            WITH RECURSIVE WAY_UP (USER_ID, SOURCE, PARENT_ID, PATH) AS (
                SELECT m.USER_ID, r.SOURCE, g.PARENT_GROUP, CAST('/' || g.NAME AS VARCHAR(4000))
                FROM USER_ENTITY u
                JOIN USER_GROUP_MEMBERSHIP m ON m.USER_ID = u.ID
                JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID AND g.REALM_ID = u.REALM_ID AND g.TYPE = 0
                LEFT JOIN FA_RULE_MEMBERSHIP r ON r.GROUP_ID = m.GROUP_ID AND r.USER_ID = m.USER_ID
                WHERE u.REALM_ID = :realm AND u.ID = ANY (:members)
                UNION ALL
                SELECT w.USER_ID, w.SOURCE, g.PARENT_GROUP, CAST('/' || g.NAME || w.PATH AS VARCHAR(4000))
                FROM WAY_UP w
                JOIN KEYCLOAK_GROUP g ON g.ID = w.PARENT_ID AND g.REALM_ID = :realm
                WHERE LENGTH(w.PATH) < 3700)
            SELECT w.USER_ID, w.PATH, w.SOURCE, i.NAME, i.IDP_ALIAS FROM WAY_UP w
            LEFT JOIN IDENTITY_PROVIDER_MAPPER i ON i.ID = w.SOURCE AND i.REALM_ID = :realm
            WHERE w.PARENT_ID = ' '
            """;

    private final Sql sql;

    public SqlMembershipOrigins(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public Map<PrincipalId, JoinedGroups> of(Set<PrincipalId> members) {
        Map<PrincipalId, TreeMap<String, GivenBy>> sources = new HashMap<>();
        sql.statement(TEXT)
                .withAll("members", members.stream().map(PrincipalId::value).toList())
                .rows()
                .forEach(row -> sources.computeIfAbsent(new PrincipalId(row.text(0)), member -> new TreeMap<>())
                        .computeIfAbsent(row.text(1), path -> new GivenBy())
                        .take(row, 2));
        Map<PrincipalId, JoinedGroups> joined = new HashMap<>();
        sources.forEach((member, byPath) -> {
            TreeMap<String, Membership> memberships = new TreeMap<>();
            byPath.forEach((path, given) -> memberships.put(path, given.membership()));
            joined.put(member, new JoinedGroups(memberships));
        });
        return joined;
    }
}
