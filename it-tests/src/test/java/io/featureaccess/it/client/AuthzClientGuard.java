package io.featureaccess.it.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.keycloak.authorization.client.AuthorizationDeniedException;
import org.keycloak.authorization.client.AuthzClient;
import org.keycloak.authorization.client.Configuration;
import org.keycloak.representations.idm.authorization.AuthorizationRequest;

/** Keycloak's authorization client: asks in the name of whoever calls, by the path of the feature set. */
final class AuthzClientGuard implements FeatureService.Guard {

    private final AuthzClient client;
    private final String clientId;

    AuthzClientGuard(String serverUrl, String realm, String clientId, String secret) {
        this.client = AuthzClient.create(new Configuration(serverUrl, realm, clientId, Map.of("secret", secret), null));
        this.clientId = clientId;
    }

    AuthzClient client() {
        return client;
    }

    @Override
    public boolean admits(HttpExchange exchange) throws IOException {
        String token = FeatureService.bearer(exchange);
        if (token.isEmpty()) {
            FeatureService.answer(exchange, 401, "");
            return false;
        }
        try {
            AuthorizationRequest request = new AuthorizationRequest();
            request.addPermission(FeatureService.node(exchange), FeatureService.action(exchange));
            request.setAudience(clientId);
            client.authorization(token).authorize(request);
            return true;
        } catch (AuthorizationDeniedException denied) {
            FeatureService.answer(exchange, 403, "");
            return false;
        }
    }
}
