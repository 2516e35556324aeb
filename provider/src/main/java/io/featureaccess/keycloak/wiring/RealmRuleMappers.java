package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.keycloak.spi.RuleMapperConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;

/** {@link RuleMappers} through Keycloak's model. */
final class RealmRuleMappers implements RuleMappers {

    private final KeycloakSession session;

    RealmRuleMappers(KeycloakSession session) {
        this.session = session;
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
                        .flatMap(mapper -> rules(mapper, provider))
                        .sorted(Comparator.comparing(rules -> rules.mapper().name()))
                        .toList());
    }

    private static Stream<MapperRules> rules(IdentityProviderMapperModel mapper, IdentityProviderModel provider) {
        return Arrays.stream(MapperKind.values())
                .filter(kind -> kind.id().equals(mapper.getIdentityProviderMapper()))
                .map(kind -> new MapperRules(
                        new RuleMapper(mapper.getId(), mapper.getName(), mapper.getIdentityProviderAlias()),
                        kind,
                        everyLogin(mapper, provider),
                        Optional.ofNullable(mapper.getConfig().get(RuleMapperConfig.RULES))
                                .orElse("")));
    }

    private static boolean everyLogin(IdentityProviderMapperModel mapper, IdentityProviderModel provider) {
        IdentityProviderSyncMode ofProvider =
                Optional.ofNullable(provider.getSyncMode()).orElse(IdentityProviderSyncMode.LEGACY);
        return IdentityProviderMapperSyncModeDelegate.combineIdpAndMapperSyncMode(ofProvider, mapper.getSyncMode())
                != IdentityProviderSyncMode.IMPORT;
    }

    @Override
    public void write(MapperRules changed) {
        IdentityProviderMapperModel mapper = Optional.ofNullable(session.identityProviders()
                        .getMapperById(changed.mapper().id()))
                .orElseThrow(DomainProblem::changedMeanwhile);
        Map<String, String> config = new HashMap<>(mapper.getConfig());
        config.put(RuleMapperConfig.RULES, changed.text());
        mapper.setConfig(config);
        session.identityProviders().updateMapper(mapper);
    }
}
