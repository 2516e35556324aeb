package io.featureaccess.application.rules;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Outcome;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings somebody who logs in up to date with one mapper's rules. What cannot be done is left undone, and on record. */
public final class ApplyRules {

    private final RuleTargets targets;
    private final Gifts gifts;
    private final RuleRecord record;

    public ApplyRules(RuleTargets targets, Gifts gifts, RuleRecord record) {
        this.targets = targets;
        this.gifts = gifts;
        this.record = record;
    }

    /** @return what could not be done, for people */
    public List<String> apply(RuleLogin login, Ruling ruling) {
        List<String> problems = ruling.unreadable().map(List::of).orElseGet(() -> apply(login, ruling.outcome()));
        record.failed(login, problems);
        return problems;
    }

    private List<String> apply(RuleLogin login, Outcome outcome) {
        RuleTargets.Found found =
                targets.find(outcome, by(login), login.mapper().name());
        Gifts.Given given = gifts.give(
                login.user().id(), login.mapper().id(), found.groups().keySet(), outcome.admin());
        record.applied(login, given);
        List<String> problems = new ArrayList<>(outcome.notes());
        found.missing().forEach(path -> problems.add("there is no group " + path));
        problems.addAll(found.problems());
        given.refused().forEach((group, why) -> problems.add(name(found, group) + ": " + why));
        given.adminRefused().ifPresent(why -> problems.add("the admin account type: " + why));
        return problems;
    }

    /** It happens by itself, whoever wrote the rules. */
    static Caller by(RuleLogin login) {
        return new Caller(Caller.SYSTEM.principal(), Caller.SYSTEM.name(), false, Optional.empty(), login.address());
    }

    private static String name(RuleTargets.Found found, PrincipalId group) {
        return Optional.ofNullable(found.groups().get(group))
                .map(known -> "the group " + known.name())
                .orElse("a group that was given before");
    }
}
