package io.featureaccess.application.rules;

import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.Ruling;
import java.util.Set;

/** Asks rules about attributes; nothing is changed by it. */
public final class ConsultRules {

    private final RuleTexts texts;
    private final RuleTargets targets;

    public ConsultRules(RuleTexts texts, RuleTargets targets) {
        this.texts = texts;
        this.targets = targets;
    }

    /** @throws DomainProblem of {@link RuleTexts#read} */
    public void check(String text) {
        texts.read(text);
    }

    /** @param text the rules as they are written */
    public Ruling consult(String text, AttributeSource attributes) {
        try {
            return Ruling.of(texts.read(text).evaluate(attributes));
        } catch (DomainProblem unreadable) {
            return Ruling.unreadable(unreadable.detail());
        }
    }

    /** Of the groups that a ruling leads to, those that are there. */
    public Set<PrincipalId> groups(Ruling ruling) {
        return targets.look(ruling.outcome()).groups().keySet();
    }
}
