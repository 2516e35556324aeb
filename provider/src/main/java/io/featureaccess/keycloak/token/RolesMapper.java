package io.featureaccess.keycloak.token;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.RolesMapperConfig;
import io.featureaccess.keycloak.spi.RptMark;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes the roles that its bearer holds into a token, in one of two shapes. A realm without a resource server has none to
 * write.
 */
public final class RolesMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    @Override
    public String getId() {
        return RolesMapperConfig.PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Feature Access roles";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Writes which roles the user or service account holds in the feature store into the token.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return MapperProperties.ALL;
    }

    /** After Keycloak has written roles and groups of its own, to which the flat shape adds. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_ROLE_MAPPER + 5;
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel model)
            throws ProtocolMapperConfigException {
        MapperConfig.check(model);
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        MapperConfig config = MapperConfig.of(model);
        if (RptMark.isSet(session) && !config.inRpts()) {
            return;
        }
        session.getProvider(FeatureAccessProvider.class)
                .installation()
                .client()
                .ifPresent(server -> write(token, config, server, RolesOfRequest.of(session, userSession, config)));
    }

    private static void write(IDToken token, MapperConfig config, ClientModel server, RoleSummary summary) {
        if (config.flat()) {
            List<String> names = RoleNames.of(summary);
            FlatRoles.add(token, config.client().orElse(server.getClientId()), names);
            if (config.groups()) {
                FlatRoles.addToGroups(token, names);
            }
        } else {
            RolesClaim.set(token, summary);
        }
    }
}
