package io.featureaccess.application.rules;

import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.Applied;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.Outcome;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings somebody who logs in up to date with one mapper's rules. Nobody is kept out by it: what cannot be done is left
 * undone, and on record.
 */
public final class ApplyRules {

    private final RuleTexts texts;
    private final RuleTargets targets;
    private final Gifts gifts;
    private final RuleRecord record;

    public ApplyRules(RuleTexts texts, RuleTargets targets, Gifts gifts, RuleRecord record) {
        this.texts = texts;
        this.targets = targets;
        this.gifts = gifts;
        this.record = record;
    }

    /** @param text the rules as they are written; where they cannot be read, nothing is given and nothing taken */
    public Applied apply(RuleLogin login, String text, AttributeSource attributes) {
        try {
            return apply(login, texts.read(text), attributes);
        } catch (DomainProblem unreadable) {
            Applied nothing = Applied.nothing("the rules cannot be read: " + unreadable.detail());
            record.failed(login, nothing.problems());
            return nothing;
        }
    }

    private Applied apply(RuleLogin login, RuleSet rules, AttributeSource attributes) {
        Outcome outcome = rules.evaluate(attributes);
        RuleTargets.Found found =
                targets.find(outcome, by(login), login.mapper().name());
        Set<PrincipalId> wanted = found.groups().keySet();
        Gifts.Given given = gifts.give(login.user().id(), login.mapper().id(), wanted, outcome.admin());
        List<String> problems = problems(outcome, found, given);
        record.applied(login, given);
        record.failed(login, problems);
        Set<PrincipalId> had = new HashSet<>(wanted);
        had.removeAll(given.refused().keySet());
        return new Applied(had, problems);
    }

    /** It happens by itself, whoever wrote the rules. */
    static Caller by(RuleLogin login) {
        return new Caller(Caller.SYSTEM.principal(), Caller.SYSTEM.name(), false, Optional.empty(), login.address());
    }

    private static List<String> problems(Outcome outcome, RuleTargets.Found found, Gifts.Given given) {
        List<String> problems = new ArrayList<>(outcome.notes());
        found.missing().forEach(path -> problems.add("there is no group " + path));
        problems.addAll(found.problems());
        given.refused().forEach((group, why) -> problems.add(name(found, group) + ": " + why));
        given.adminRefused().ifPresent(why -> problems.add("the admin account type: " + why));
        return problems;
    }

    private static String name(RuleTargets.Found found, PrincipalId group) {
        return Optional.ofNullable(found.groups().get(group))
                .map(known -> "the group " + known.name())
                .orElse("a group that was given before");
    }
}
