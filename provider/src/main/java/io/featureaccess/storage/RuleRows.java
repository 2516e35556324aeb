package io.featureaccess.storage;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Holding;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows that say who gave one kind of thing. They are written from the rows that they are about: where one of those is gone,
 * nothing is written, and nothing fails.
 */
final class RuleRows {

    private final Sql sql;
    private final String table;
    private final String held;
    private final String key;

    private RuleRows(Sql sql, String table, String held, String key) {
        this.sql = sql;
        this.table = table;
        this.held = held;
        this.key = key;
    }

    static RuleRows ofGroups(Sql sql) {
        return new RuleRows(sql, "FA_RULE_MEMBERSHIP", "USER_GROUP_MEMBERSHIP", "GROUP_ID");
    }

    static RuleRows ofRoles(Sql sql) {
        return new RuleRows(sql, "FA_RULE_ADMIN", "USER_ROLE_MAPPING", "ROLE_ID");
    }

    /** Until the transaction ends nobody else takes any of it away. */
    void lock(PrincipalId user) {
        sql.statement(text("SELECT m.KEY FROM HELD m WHERE m.USER_ID = :user AND m.USER_ID IN ("
                        + "SELECT u.ID FROM USER_ENTITY u WHERE u.REALM_ID = :realm) ORDER BY m.KEY FOR UPDATE"))
                .with("user", user.value())
                .forEach(row -> {});
    }

    /** @param after by the id of the group or role; none for what is by hand alone, or not held any more */
    void replace(PrincipalId user, Map<String, Set<String>> after) {
        sql.statement(text("DELETE FROM RULES WHERE REALM_ID = :realm AND USER_ID = :user AND KEY = ANY (:ids)"))
                .with("user", user.value())
                .withAll("ids", after.keySet())
                .run();
        Map<String, Set<String>> bySource = new TreeMap<>();
        after.forEach((id, sources) -> sources.forEach(source ->
                bySource.computeIfAbsent(source, given -> new TreeSet<>()).add(id)));
        bySource.forEach((source, ids) -> add(user, source, ids));
    }

    /** One statement for all that one mapper gave. */
    private void add(PrincipalId user, String source, Set<String> ids) {
        sql.statement(text("INSERT INTO RULES (REALM_ID, KEY, USER_ID, SOURCE)"
                        + " SELECT u.REALM_ID, m.KEY, m.USER_ID, CAST(:source AS VARCHAR(36))"
                        + " FROM HELD m JOIN USER_ENTITY u ON u.ID = m.USER_ID AND u.REALM_ID = :realm"
                        + " WHERE m.USER_ID = :user AND m.KEY = ANY (:ids)"))
                .with("user", user.value())
                .with("source", source)
                .withAll("ids", ids)
                .run();
    }

    /** @return whether rules gave it, and nobody by hand until now */
    boolean addByHand(PrincipalId user, String id) {
        return sql.statement(text("INSERT INTO RULES (REALM_ID, KEY, USER_ID, SOURCE)"
                                + " SELECT DISTINCT r.REALM_ID, r.KEY, r.USER_ID, CAST(:hand AS VARCHAR(36))"
                                + " FROM RULES r WHERE r.REALM_ID = :realm AND r.USER_ID = :user AND r.KEY = :id"
                                + " AND NOT EXISTS (SELECT 1 FROM RULES h WHERE h.USER_ID = r.USER_ID"
                                + " AND h.KEY = r.KEY AND h.SOURCE = CAST(:hand AS VARCHAR(36)))"))
                        .with("user", user.value())
                        .with("id", id)
                        .with("hand", Holding.BY_HAND)
                        .run()
                == 1;
    }

    private String text(String text) {
        return text.replace("RULES", table).replace("HELD", held).replace("KEY", key);
    }
}
