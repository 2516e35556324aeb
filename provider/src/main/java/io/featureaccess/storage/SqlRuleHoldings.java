package io.featureaccess.storage;

import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.Plan;
import io.featureaccess.domain.rule.Standing;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@link RuleHoldings} in the tables {@code FA_RULE_MEMBERSHIP} and {@code FA_RULE_ADMIN}, whose rows go with what they are about. */
public final class SqlRuleHoldings implements RuleHoldings {

    private static final String GROUP = "group";

    /** Of what is held, a row for each who gave it, and whether that is a mapper which still gives this user anything. */
    private static final String HELD_BY = """
            SELECT '%1$s', m.%2$s, r.SOURCE, CASE WHEN f.USER_ID IS NULL THEN 0 ELSE 1 END
            FROM USER_ENTITY u
            JOIN %3$s m ON m.USER_ID = u.ID %5$s
            LEFT JOIN %4$s r ON r.%2$s = m.%2$s AND r.USER_ID = m.USER_ID
            LEFT JOIN IDENTITY_PROVIDER_MAPPER i
                ON i.ID = r.SOURCE AND i.REALM_ID = u.REALM_ID AND i.IDP_MAPPER_NAME = ANY (:kinds)
            LEFT JOIN FEDERATED_IDENTITY f ON f.USER_ID = u.ID AND f.IDENTITY_PROVIDER = i.IDP_ALIAS
            WHERE u.REALM_ID = :realm AND u.ID = :user
            """;

    private static final String STANDING = HELD_BY.formatted(
                    GROUP, "GROUP_ID", "USER_GROUP_MEMBERSHIP", "FA_RULE_MEMBERSHIP", "")
            + "UNION ALL "
            + HELD_BY.formatted("admin", "ROLE_ID", "USER_ROLE_MAPPING", "FA_RULE_ADMIN", "AND m.ROLE_ID = :role");

    private final Sql sql;
    private final Supplier<String> adminRole;
    private final RuleRows groups;
    private final RuleRows admins;

    /** @param adminRole the id of the role that makes an admin, blank while there is none */
    public SqlRuleHoldings(EntityManager entities, String realm, Supplier<String> adminRole) {
        this.sql = new Sql(entities, realm);
        this.adminRole = adminRole;
        this.groups = RuleRows.ofGroups(sql);
        this.admins = RuleRows.ofRoles(sql);
    }

    @Override
    public Standing of(PrincipalId user) {
        Map<PrincipalId, Set<String>> sources = new HashMap<>();
        Set<String> adminSources = new HashSet<>();
        Set<String> gone = new HashSet<>();
        boolean admin = false;
        for (Row row : rows(user)) {
            boolean group = row.text(0).equals(GROUP);
            admin |= !group;
            Set<String> known =
                    group ? sources.computeIfAbsent(new PrincipalId(row.text(1)), id -> new HashSet<>()) : adminSources;
            row.optionalText(2).ifPresent(source -> {
                known.add(source);
                if (row.number(3) == 0 && !source.equals(Holding.BY_HAND)) {
                    gone.add(source);
                }
            });
        }
        Map<PrincipalId, Holding> held = new HashMap<>();
        sources.forEach((group, given) -> held.put(group, new Holding(true, given)));
        return new Standing(held, new Holding(admin, adminSources), gone);
    }

    private List<Row> rows(PrincipalId user) {
        return sql.statement(STANDING)
                .with("user", user.value())
                .with("role", adminRole.get())
                .withAll("kinds", MapperKind.ids())
                .rows()
                .toList();
    }

    @Override
    public boolean lock(PrincipalId user) {
        boolean there = sql.statement(
                        "SELECT u.ID FROM USER_ENTITY u WHERE u.REALM_ID = :realm AND u.ID = :user FOR UPDATE")
                .with("user", user.value())
                .row()
                .isPresent();
        if (there) {
            groups.lock(user);
            admins.lock(user);
        }
        return there;
    }

    @Override
    public void record(PrincipalId user, Plan plan) {
        if (!plan.groups().isEmpty()) {
            Map<String, Set<String>> after = new HashMap<>();
            plan.groups().forEach((group, step) -> after.put(group.value(), step.after()));
            groups.replace(user, after);
        }
        if (plan.changesAdmin()) {
            admins.replace(user, Map.of(adminRole.get(), plan.admin().after()));
        }
    }

    @Override
    public boolean keepByHand(PrincipalId user, PrincipalId group) {
        return groups.addByHand(user, group.value());
    }

    @Override
    public boolean keepAdminByHand(PrincipalId user) {
        return admins.addByHand(user, adminRole.get());
    }
}
