package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;

/** The configuration of mappers with rules, as realms keep it. */
public final class RuleMapperConfig {

    /** The rules, a JSON list. */
    public static final String RULES = "rules";

    private RuleMapperConfig() {}

    /** Empty where nothing is written. */
    public static String text(IdentityProviderMapperModel mapper) {
        return Optional.ofNullable(mapper.getConfig())
                .map((Map<String, String> config) -> config.get(RULES))
                .orElse("");
    }

    /**
     * A mapper as it is configured; empty for one without rules.
     *
     * @param provider its identity provider; null where that is just being removed
     */
    public static Optional<MapperRules> rules(IdentityProviderMapperModel mapper, IdentityProviderModel provider) {
        return Arrays.stream(MapperKind.values())
                .filter(kind -> kind.id().equals(mapper.getIdentityProviderMapper()))
                .findFirst()
                .map(kind -> new MapperRules(
                        new RuleMapper(mapper.getId(), mapper.getName(), mapper.getIdentityProviderAlias()),
                        kind,
                        everyLogin(mapper, provider),
                        text(mapper)));
    }

    private static boolean everyLogin(IdentityProviderMapperModel mapper, IdentityProviderModel provider) {
        IdentityProviderSyncMode ofProvider = Optional.ofNullable(provider)
                .map(IdentityProviderModel::getSyncMode)
                .orElse(IdentityProviderSyncMode.LEGACY);
        return IdentityProviderMapperSyncModeDelegate.combineIdpAndMapperSyncMode(ofProvider, mapper.getSyncMode())
                != IdentityProviderSyncMode.IMPORT;
    }
}
