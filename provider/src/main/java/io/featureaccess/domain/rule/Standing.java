package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where a user stands with all that rules give.
 *
 * @param groups those that the user is in, by themself
 * @param admin the admin account type, as a role held directly
 * @param gone of the mappers that gave something, those that give this user nothing any more: they were removed, or the account
 *     is not linked with their identity provider
 */
public record Standing(Map<PrincipalId, Holding> groups, Holding admin, Set<String> gone) {

    public static final Standing NONE = new Standing(Map.of(), Holding.NONE, Set.of());

    public Standing {
        groups = Map.copyOf(groups);
        Objects.requireNonNull(admin, "admin is null");
        gone = Set.copyOf(gone);
    }

    /**
     * What brings it up to date.
     *
     * @param mapper the one whose rules were evaluated
     * @param wanted the groups that they give now
     */
    public Plan plan(String mapper, Set<PrincipalId> wanted, boolean wantedAdmin) {
        Set<PrincipalId> concerned = new HashSet<>(groups.keySet());
        concerned.addAll(wanted);
        Map<PrincipalId, Holding.Step> steps = new HashMap<>();
        for (PrincipalId group : concerned) {
            Holding before = groups.getOrDefault(group, Holding.NONE);
            Holding.Step step = before.upToDate(mapper, wanted.contains(group), gone);
            if (step.changes(before)) {
                steps.put(group, step);
            }
        }
        return new Plan(steps, admin.upToDate(mapper, wantedAdmin, gone), admin);
    }

    /** Where the user stands once a plan is carried out. */
    public Standing after(Plan plan) {
        Map<PrincipalId, Holding> then = new HashMap<>(groups);
        plan.groups().forEach((group, step) -> {
            if (step.change() == Holding.Change.TAKE) {
                then.remove(group);
            } else {
                then.put(group, new Holding(true, step.after()));
            }
        });
        boolean adminThen =
                switch (plan.admin().change()) {
                    case GIVE -> true;
                    case TAKE -> false;
                    case NONE -> admin.held();
                };
        return new Standing(
                then, new Holding(adminThen, adminThen ? plan.admin().after() : Set.of()), gone);
    }
}
