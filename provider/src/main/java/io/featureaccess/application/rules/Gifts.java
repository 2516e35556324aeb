package io.featureaccess.application.rules;

import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.Memberships;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.ServerPowers;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.Holding.Change;
import io.featureaccess.domain.rule.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a user what one mapper's rules give, and takes what they gave and do not give any more. What others gave stays. */
public final class Gifts {

    private final RuleHoldings holdings;
    private final Memberships memberships;
    private final AccountTypes types;
    private final ServerPowers powers;

    public Gifts(RuleHoldings holdings, Memberships memberships, AccountTypes types, ServerPowers powers) {
        this.holdings = holdings;
        this.memberships = memberships;
        this.types = types;
        this.powers = powers;
    }

    /**
     * @param admin what was done about the admin account type; empty where nothing was
     * @param refused the groups with which nothing could be done, and why, for people
     * @param adminRefused why nothing could be done about the account type
     */
    record Given(
            Set<PrincipalId> gained,
            Set<PrincipalId> lost,
            Optional<Change> admin,
            Map<PrincipalId, String> refused,
            Optional<String> adminRefused) {

        static final Given NOTHING = new Given(Set.of(), Set.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** Two statements where nothing has to change, which is most logins. */
    Given give(PrincipalId user, String mapper, Set<PrincipalId> groups, boolean admin) {
        if (holdings.of(user).plan(mapper, groups, admin).isEmpty() || !holdings.lock(user)) {
            return Given.NOTHING;
        }
        Plan plan = holdings.of(user).plan(mapper, groups, admin);
        Map<PrincipalId, String> refused = new HashMap<>();
        Set<PrincipalId> gained = new HashSet<>(plan.groupsTo(Change.GIVE));
        Set<PrincipalId> lost = new HashSet<>(plan.groupsTo(Change.TAKE));
        gained.forEach(group -> attempt(group, refused, () -> join(user, group)));
        lost.forEach(group -> attempt(group, refused, () -> memberships.leave(user, group)));
        Optional<String> adminRefused = changeAdmin(user, plan.admin().change());
        Plan done = plan.without(refused.keySet());
        holdings.record(user, adminRefused.isPresent() ? done.withoutAdmin() : done);
        gained.removeAll(refused.keySet());
        lost.removeAll(refused.keySet());
        Optional<Change> adminChange =
                Optional.of(plan.admin().change()).filter(change -> change != Change.NONE && adminRefused.isEmpty());
        return new Given(gained, lost, adminChange, refused, adminRefused);
    }

    private void join(PrincipalId user, PrincipalId group) {
        if (powers.heldBy(group)) {
            throw DomainProblem.forbidden("it has powers over Keycloak itself, which no rule gives");
        }
        memberships.join(user, group);
    }

    private static void attempt(PrincipalId group, Map<PrincipalId, String> refused, Runnable step) {
        try {
            step.run();
        } catch (DomainProblem impossible) {
            refused.put(group, impossible.detail());
        }
    }

    private Optional<String> changeAdmin(PrincipalId user, Change change) {
        try {
            switch (change) {
                case GIVE -> types.makeAdmin(user);
                case TAKE -> types.makePrincipal(user);
                case NONE -> {}
            }
            return Optional.empty();
        } catch (DomainProblem impossible) {
            return Optional.of(impossible.detail());
        }
    }
}
