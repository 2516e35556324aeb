package io.featureaccess.application.port;

import io.featureaccess.domain.rule.RuleSet;

/** Reads rules as people write them: a JSON list. */
public interface RuleTexts {

    /**
     * @throws io.featureaccess.domain.problem.DomainProblem {@code malformed-value}, {@code unknown-field}, {@code
     *     missing-field} or {@code too-many}, naming the place as {@code rules[2].conditions[0].match}
     */
    RuleSet read(String text);
}
