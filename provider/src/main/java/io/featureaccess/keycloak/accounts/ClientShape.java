package io.featureaccess.keycloak.accounts;

import io.featureaccess.keycloak.spi.ApiKeyApi;
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;

/**
 * The client that a service account is: confidential, without any flow but its own, without a secret of its own, and with no
 * role in its tokens but what our scopes write.
 */
final class ClientShape {

    private static final String SUBJECT = "basic";

    /** Asked for by the account itself: roles in its tokens, and to make changes with them. */
    private static final List<String> OPTIONAL = List.of("feature-access", "feature-access:manage");

    private final RealmModel realm;
    private final String audience;

    ClientShape(RealmModel realm, String audience) {
        this.realm = realm;
        this.audience = audience;
    }

    ClientModel make(String clientId, String name) {
        ClientModel client = realm.addClient(clientId);
        client.setName(name);
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setClientAuthenticatorType(ApiKeyApi.AUTHENTICATOR);
        client.setPublicClient(false);
        client.setBearerOnly(false);
        client.setConsentRequired(false);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        client.setFullScopeAllowed(false);
        setScopes(client);
        client.addProtocolMapper(audience());
        return client;
    }

    /** Keycloak gives a new client the realm's default scopes, with names, addresses and roles that are nobody's business. */
    private void setScopes(ClientModel client) {
        for (boolean byDefault : new boolean[] {true, false}) {
            List.copyOf(client.getClientScopes(byDefault).values()).forEach(client::removeClientScope);
        }
        add(client, SUBJECT, true);
        OPTIONAL.forEach(name -> add(client, name, false));
    }

    private void add(ClientModel client, String name, boolean byDefault) {
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm, name);
        if (scope != null) {
            client.addClientScope(scope, byDefault);
        }
    }

    private ProtocolMapperModel audience() {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(ServiceAccountApi.AUDIENCE_MAPPER);
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(AudienceProtocolMapper.PROVIDER_ID);
        mapper.setConfig(Map.of(
                AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE,
                audience,
                "access.token.claim",
                "true",
                "introspection.token.claim",
                "true"));
        return mapper;
    }
}
