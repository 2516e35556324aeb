package io.featureaccess.application.rules;

import io.featureaccess.application.people.GainedAccess;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.rule.GroupPath;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changing rules is subject to: they let people into groups, some of which may own what is secret. */
public final class RuleReach {

    private final Directory directory;
    private final Groups groups;
    private final GainedAccess gained;

    public RuleReach(Directory directory, Groups groups, GainedAccess gained) {
        this.directory = directory;
        this.groups = groups;
        this.gained = gained;
    }

    /**
     * Judges, and records a broken glass at what it opens.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code break-glass-required} where they reach groups that the rules
     *     before did not reach, and that make owners where the caller is none
     */
    void judge(Caller caller, MapperRules rules, RuleSet wanted, RuleSet before) {
        Set<PrincipalId> more = new HashSet<>(reached(wanted));
        more.removeAll(reached(before));
        if (!more.isEmpty() && gained.judge(caller, more, false, Optional.empty())) {
            String rule =
                    "rules '" + rules.mapper().name() + "' of " + rules.mapper().identityProvider();
            gained.record(caller, more, "whoever fulfils the " + rule, rule);
        }
    }

    /** Every group whose grants may come to count: targets, whatever fits a target with captures, and what lies above. */
    private Set<PrincipalId> reached(RuleSet rules) {
        Map<GroupPath, Boolean> places = rules.reach();
        if (places.isEmpty()) {
            return Set.of();
        }
        Map<PrincipalRef, Principal> there = directory.resolve(
                places.keySet().stream().map(RuleTargets::reference).collect(Collectors.toSet()));
        Set<PrincipalId> reached = new HashSet<>();
        places.forEach((place, below) -> {
            Principal group = there.get(RuleTargets.reference(place));
            if (group != null) {
                reached.addAll(below ? groups.tree(group.id()).ids() : Set.of(group.id()));
            }
        });
        return reached.isEmpty() ? reached : groups.upwards(reached);
    }
}
