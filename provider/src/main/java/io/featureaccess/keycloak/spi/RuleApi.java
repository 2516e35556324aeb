package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.RulePreview;
import io.featureaccess.domain.rule.RuleQuestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that lead from what identity providers send to groups, and to the admin account type. */
public interface RuleApi {

    /** @throws io.featureaccess.domain.problem.DomainProblem where rules cannot be read, naming the place */
    void check(String rules);

    /**
     * Brings somebody who logs in up to date with one mapper's rules, as soon as the session's transaction is committed and
     * before anybody is answered. A login is never undone by it: what cannot be done is left undone, logged, and on record.
     *
     * @return the groups that the rules give, as far as they are there already
     */
    Set<PrincipalId> apply(RuleLogin login, String rules, AttributeSource attributes);

    /** The realm's identity providers, by alias. @param text what to look for in aliases and display names; empty for all */
    List<IdentityProvider> identityProviders(Caller caller, Optional<String> text, PageRequest page);

    /** The mappers with rules of one identity provider, by name. */
    List<MapperRules> list(Caller caller, String identityProvider);

    /** @param mapper its name or id */
    MapperRules get(Caller caller, String identityProvider, String mapper);

    MapperRules change(Caller caller, String identityProvider, String mapper, String rules, Optional<String> reason);

    /**
     * Puts on record, in the session's transaction, what is done to a mapper by Keycloak's own ways: its console, its API, a
     * realm's JSON. What is changed by {@link #change} is on record by that.
     *
     * @param before empty where there were no such rules
     * @param after empty where there are none any more
     */
    void changedInKeycloak(Optional<MapperRules> before, Optional<MapperRules> after);

    /** What a login would change; nothing is changed by the question. */
    RulePreview preview(Caller caller, String identityProvider, RuleQuestion question);
}
