package io.featureaccess.keycloak.token;

import io.featureaccess.keycloak.spi.RolesMapperConfig;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/** The mapper's fields, as the admin console shows them. */
final class MapperProperties {

    static final List<ProviderConfigProperty> ALL = all();

    private MapperProperties() {}

    private static List<ProviderConfigProperty> all() {
        List<ProviderConfigProperty> all = new ArrayList<>(List.of(
                shape(),
                property(
                        RolesMapperConfig.CLIENT,
                        "Client",
                        "Flat shape: the client among whose roles (resource_access.<client>.roles) the names are written."
                                + " The feature store's own client where empty.",
                        ProviderConfigProperty.CLIENT_LIST_TYPE,
                        null),
                property(
                        RolesMapperConfig.GROUPS,
                        "Add to groups",
                        "Flat shape: writes the names into the claim 'groups' too, beside what is there.",
                        ProviderConfigProperty.BOOLEAN_TYPE,
                        "false"),
                property(
                        RolesMapperConfig.LIMIT,
                        "Limit",
                        "For how many grants there is room, 1 to " + RolesMapperConfig.HIGHEST_LIMIT
                                + ": a token must fit a header. Kinds of node for which there is none are left out as a"
                                + " whole, feature sets first, and the token says so.",
                        ProviderConfigProperty.STRING_TYPE,
                        Integer.toString(RolesMapperConfig.USUAL_LIMIT)),
                property(
                        RolesMapperConfig.RPT,
                        "Add to RPTs",
                        "Whether requesting party tokens have it as well. They carry decisions already, and take their"
                                + " scopes from the client that they are about.",
                        ProviderConfigProperty.BOOLEAN_TYPE,
                        "false")));
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(all, RolesMapper.class);
        return List.copyOf(all);
    }

    private static ProviderConfigProperty shape() {
        ProviderConfigProperty shape = property(
                RolesMapperConfig.SHAPE,
                "Shape",
                "claim: the claim 'feature_access' with the account type and the roles by path."
                        + " flat: names such as fraud/payments:consumer among a client's roles, as Feast reads them.",
                ProviderConfigProperty.LIST_TYPE,
                RolesMapperConfig.CLAIM);
        shape.setOptions(MapperConfig.SHAPES);
        return shape;
    }

    private static ProviderConfigProperty property(String name, String label, String help, String type, String usual) {
        return new ProviderConfigProperty(name, label, help, type, usual);
    }
}
