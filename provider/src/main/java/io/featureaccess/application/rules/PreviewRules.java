package io.featureaccess.application.rules;

import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.Outcome;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.domain.rule.RulePreview;
import io.featureaccess.domain.rule.RulePreview.RoleShift;
import io.featureaccess.domain.rule.RulePreview.Shift;
import io.featureaccess.domain.rule.RuleQuestion;
import io.featureaccess.domain.rule.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tells what a login with certain attributes would change, and changes nothing. */
public final class PreviewRules {

    private final RuleGate gate;
    private final RuleTexts texts;
    private final RuleHoldings holdings;
    private final RuleForesight foresight;
    private final RoleChanges roles;

    public PreviewRules(
            RuleGate gate, RuleTexts texts, RuleHoldings holdings, RuleForesight foresight, RoleChanges roles) {
        this.gate = gate;
        this.texts = texts;
        this.holdings = holdings;
        this.foresight = foresight;
        this.roles = roles;
    }

    /**
     * @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} for identity provider and mapper;
     *     {@code unknown-principal}; {@code ambiguous-principal}; and what {@link RuleTexts#read} throws
     */
    public RulePreview preview(Caller caller, String identityProvider, RuleQuestion question) {
        List<MapperRules> mappers = asked(gate.mappers(caller, identityProvider), identityProvider, question);
        Optional<Principal> principal = question.principal().map(foresight::user);
        Standing before = principal.map(user -> holdings.of(user.id())).orElse(Standing.NONE);
        RuleForesight.Course course = new RuleForesight.Course(before, before, new TreeSet<>(), new ArrayList<>());
        for (MapperRules rules : mappers) {
            course = next(course, rules, question);
        }
        Shift<RoleShift> changes = roleChanges(caller, principal.map(Principal::id), course);
        return new RulePreview(
                principal,
                foresight.groups(course),
                changes,
                AccountType.of(before.admin().held()),
                AccountType.of(course.after().admin().held()),
                course.notes());
    }

    /** What one more mapper does. */
    private RuleForesight.Course next(RuleForesight.Course course, MapperRules rules, RuleQuestion question) {
        if (question.principal().isPresent() && !rules.everyLogin()) {
            course.notes().add("the mapper '" + rules.mapper().name() + "' is asked at somebody's first login only");
            return course;
        }
        Outcome outcome =
                texts.read(rules.text()).evaluate(name -> question.attributes().getOrDefault(name, List.of()));
        return foresight.next(course, rules.mapper(), outcome);
    }

    private Shift<RoleShift> roleChanges(Caller caller, Optional<PrincipalId> user, RuleForesight.Course course) {
        Shift<RoleShift> changes = roles.of(
                caller,
                user,
                course.before().groups().keySet(),
                course.after().groups().keySet());
        if (Math.max(changes.gained().size(), changes.lost().size()) == RoleChanges.MOST) {
            course.notes().add("at most " + RoleChanges.MOST + " roles are listed");
        }
        return changes;
    }

    private static List<MapperRules> asked(List<MapperRules> saved, String identityProvider, RuleQuestion question) {
        if (question.rules().isEmpty()) {
            return question.mapper()
                    .map(one -> List.of(RuleGate.find(saved, one)))
                    .orElse(saved);
        }
        List<MapperRules> asked = new ArrayList<>(saved);
        String rules = question.rules().get();
        if (question.mapper().isPresent()) {
            MapperRules replaced = RuleGate.find(saved, question.mapper().get());
            asked.set(saved.indexOf(replaced), replaced.with(rules));
        } else {
            asked.add(unsaved(identityProvider, rules));
        }
        return asked;
    }

    /** As if it were a mapper of its own. */
    private static MapperRules unsaved(String identityProvider, String rules) {
        return new MapperRules(new RuleMapper("", "", identityProvider), MapperKind.OIDC, true, rules);
    }
}
