package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.keycloak.spi.RuleMapperConfig;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;

/** {@link RuleMappers} through Keycloak's model. */
final class RealmRuleMappers implements RuleMappers {

    /** Stands in the session while rules are written from here: whoever does it puts it on record. */
    private static final String WRITING = "feature-access.writing-rules";

    private final KeycloakSession session;

    RealmRuleMappers(KeycloakSession session) {
        this.session = session;
    }

    /** Whether what is being changed in this session is changed from here. */
    static boolean isWriting(KeycloakSession session) {
        return session.getAttribute(WRITING) != null;
    }

    /** To Keycloak stars are wildcards: those that somebody typed mean nothing. */
    @Override
    public List<IdentityProvider> identityProviders(Optional<String> text, PageRequest page) {
        IdentityProviderQuery query = IdentityProviderQuery.userAuthentication();
        text.ifPresent(wanted -> query.with(IdentityProviderModel.SEARCH, "*" + wanted.replace("*", "") + "*"));
        return session.identityProviders()
                .getAllStream(query, page.first(), page.max())
                .map(provider -> new IdentityProvider(
                        provider.getAlias(),
                        Optional.ofNullable(provider.getDisplayName())
                                .filter(name -> !name.isBlank())
                                .orElse(provider.getAlias())))
                .toList();
    }

    @Override
    public Optional<List<MapperRules>> of(String identityProvider) {
        return Optional.ofNullable(session.identityProviders().getByAlias(identityProvider))
                .map(provider -> session.identityProviders()
                        .getMappersByAliasStream(identityProvider)
                        .flatMap(mapper -> RuleMapperConfig.rules(mapper, provider).stream())
                        .sorted(Comparator.comparing(rules -> rules.mapper().name()))
                        .toList());
    }

    @Override
    public void write(MapperRules changed) {
        IdentityProviderMapperModel mapper = Optional.ofNullable(session.identityProviders()
                        .getMapperById(changed.mapper().id()))
                .orElseThrow(DomainProblem::changedMeanwhile);
        Map<String, String> config = new HashMap<>(mapper.getConfig());
        config.put(RuleMapperConfig.RULES, changed.text());
        mapper.setConfig(config);
        session.setAttribute(WRITING, true);
        try {
            session.identityProviders().updateMapper(mapper);
        } finally {
            session.removeAttribute(WRITING);
        }
    }
}
