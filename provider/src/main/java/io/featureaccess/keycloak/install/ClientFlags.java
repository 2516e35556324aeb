package io.featureaccess.keycloak.install;

import java.util.List;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/**
 * The client is confidential and nobody can log in through it, by any flow. Its own service account may ask about anyone,
 * and is known by the client that a token was issued to: a person who held such a token would be taken for it.
 */
final class ClientFlags implements Part {

    /** Switches that Keycloak keeps as attributes; each lets the client get a token that stands for a person. */
    private static final List<String> FLOWS = List.of(
            OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED,
            CibaConfig.OIDC_CIBA_GRANT_ENABLED,
            OIDCConfigAttributes.STANDARD_TOKEN_EXCHANGE_ENABLED,
            OIDCConfigAttributes.JWT_AUTHORIZATION_GRANT_ENABLED);

    @Override
    public boolean atAGlance(Target target) {
        return inPlace(target);
    }

    @Override
    public boolean inPlace(Target target) {
        ClientModel client = target.client();
        return !client.isPublicClient()
                && !client.isBearerOnly()
                && !client.isStandardFlowEnabled()
                && !client.isImplicitFlowEnabled()
                && !client.isDirectAccessGrantsEnabled()
                && FLOWS.stream().noneMatch(flow -> Boolean.parseBoolean(client.getAttribute(flow)));
    }

    @Override
    public void put(Target target) {
        ClientModel client = target.client();
        client.setPublicClient(false);
        client.setBearerOnly(false);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        FLOWS.forEach(flow -> client.setAttribute(flow, "false"));
        if (client.getSecret() == null) {
            KeycloakModelUtils.generateSecret(client);
        }
    }
}
