package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.rules.ConsultRules;
import io.featureaccess.application.rules.ManageRules;
import io.featureaccess.application.rules.PreviewRules;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.RulePreview;
import io.featureaccess.domain.rule.RuleQuestion;
import io.featureaccess.domain.rule.Ruling;
import io.featureaccess.keycloak.spi.RuleApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link RuleApi} by the use cases. */
record RuleUseCases(
        ConsultRules consultation,
        LateRules late,
        ManageRules management,
        PreviewRules previews,
        KeycloakRuleChanges changes)
        implements RuleApi {

    @Override
    public void check(String rules) {
        consultation.check(rules);
    }

    @Override
    public Set<PrincipalId> apply(RuleLogin login, String rules, AttributeSource attributes) {
        Ruling ruling = consultation.consult(rules, attributes);
        late.apply(login, ruling);
        return consultation.groups(ruling);
    }

    @Override
    public List<IdentityProvider> identityProviders(Caller caller, Optional<String> text, PageRequest page) {
        return management.identityProviders(caller, text, page);
    }

    @Override
    public List<MapperRules> list(Caller caller, String identityProvider) {
        return management.list(caller, identityProvider);
    }

    @Override
    public MapperRules get(Caller caller, String identityProvider, String mapper) {
        return management.get(caller, identityProvider, mapper);
    }

    @Override
    public MapperRules change(
            Caller caller, String identityProvider, String mapper, String rules, Optional<String> reason) {
        return management.change(caller, identityProvider, mapper, rules, reason);
    }

    @Override
    public void changedInKeycloak(Optional<MapperRules> before, Optional<MapperRules> after) {
        changes.changed(before, after);
    }

    @Override
    public RulePreview preview(Caller caller, String identityProvider, RuleQuestion question) {
        return previews.preview(caller, identityProvider, question);
    }
}
