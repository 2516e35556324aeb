package io.featureaccess.application.rules;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleSet;
import java.util.List;
import java.util.Optional;

/** Shows the rules of mappers, and changes them. Whoever is concerned gains and loses by them at their next login. */
public final class ManageRules {

    private final RuleGate gate;
    private final RuleMappers mappers;
    private final RuleTexts texts;
    private final RuleReach reach;
    private final AuditTrail trail;

    public ManageRules(RuleGate gate, RuleMappers mappers, RuleTexts texts, RuleReach reach, AuditTrail trail) {
        this.gate = gate;
        this.mappers = mappers;
        this.texts = texts;
        this.reach = reach;
        this.trail = trail;
    }

    /** Where rules can be, by alias. @throws DomainProblem {@code forbidden} unless the caller is an admin */
    public List<IdentityProvider> identityProviders(Caller caller, Optional<String> text, PageRequest page) {
        return gate.identityProviders(caller, text, page);
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} */
    public List<MapperRules> list(Caller caller, String identityProvider) {
        return gate.mappers(caller, identityProvider);
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} */
    public MapperRules get(Caller caller, String identityProvider, String mapper) {
        return gate.mapper(caller, identityProvider, mapper);
    }

    /**
     * @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found}; {@code break-glass-required};
     *     and what {@link RuleTexts#read} throws
     */
    public MapperRules change(
            Caller caller, String identityProvider, String mapper, String rules, Optional<String> reason) {
        MapperRules before = gate.mapper(caller, identityProvider, mapper);
        RuleSet wanted = texts.read(rules);
        if (before.text().equals(rules)) {
            return before;
        }
        MapperRules after = before.with(rules);
        reach.judge(caller, after, wanted, known(before.text()));
        mappers.write(after);
        trail.record(
                caller,
                Change.of(AuditChange.RULES_CHANGED)
                        .from(RuleSnapshots.of(before))
                        .to(RuleSnapshots.of(after))
                        .because(reason));
        return after;
    }

    /** Rules that cannot be read give nothing. */
    private RuleSet known(String text) {
        try {
            return texts.read(text);
        } catch (DomainProblem unreadable) {
            return new RuleSet(List.of());
        }
    }
}
