package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.keycloak.spi.RuleMapperConfig;
import java.util.List;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The one field of both mappers, as the admin console shows it. */
final class RulesConfig {

    static final List<ProviderConfigProperty> PROPERTIES = List.of(property());

    private static final String HELP =
            "A JSON list of rules, in any order. A rule gives what it gives to whoever fulfils all"
                    + " its conditions: [{\"conditions\": [{\"attribute\": \"department\", \"match\": \"exact\", \"value\":"
                    + " \"fraud\", \"ignoreCase\": true}], \"groups\": [\"/teams/fraud\"], \"createMissing\": false,"
                    + " \"accountType\": \"admin\"}]. match is exact, glob (* captures, ? is one character) or regex (RE2, the"
                    + " whole value); any value of a list may fulfil a condition. In groups, $1 is the first capture, and fills one"
                    + " name of a path that begins with a literal group. createMissing makes groups that are not there."
                    + " accountType gives the admin account type, by exact matches only. Without rules nobody is given anything."
                    + " What is written wrongly is refused when it is saved.";

    private RulesConfig() {}

    private static ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                RuleMapperConfig.RULES, "Rules", HELP, ProviderConfigProperty.TEXT_TYPE, "[]");
    }

    static boolean isOurs(IdentityProviderMapperModel mapper) {
        return MapperKind.ids().contains(mapper.getIdentityProviderMapper());
    }
}
