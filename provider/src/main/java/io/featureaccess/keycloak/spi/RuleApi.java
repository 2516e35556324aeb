package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.rule.Applied;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.RuleLogin;

/** Rules that lead from what identity providers send to groups, and to the admin account type. */
public interface RuleApi {

    /** @throws io.featureaccess.domain.problem.DomainProblem where rules cannot be read, naming the place */
    void check(String rules);

    /**
     * Brings somebody who logs in up to date with one mapper's rules. Never throws: what cannot be done is left undone, is on
     * record, and is among the problems.
     */
    Applied apply(RuleLogin login, String rules, AttributeSource attributes);
}
