package io.featureaccess.keycloak.uma;

import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.InstallationApi;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.authorization.PermissionTicketToken;

/**
 * Which resource server a request leads to: the one that its permission ticket was made for, else its audience.
 *
 * @param client our resource server's client, empty if the request leads to another
 * @param ticket the permission ticket, its signature verified
 */
record UmaTarget(Optional<ClientModel> client, Optional<PermissionTicketToken> ticket) {

    static UmaTarget of(KeycloakSession session, MultivaluedMap<String, String> form) {
        String given = form.getFirst("ticket");
        Optional<PermissionTicketToken> ticket = Optional.ofNullable(given)
                .map(encoded -> session.tokens().decode(encoded, PermissionTicketToken.class));
        if (given != null && ticket.isEmpty()) {
            return new UmaTarget(Optional.empty(), ticket);
        }
        String asked = ticket.map(PermissionTicketToken::getIssuedFor).orElse(form.getFirst("audience"));
        InstallationApi installation =
                session.getProvider(FeatureAccessProvider.class).installation();
        Optional<ClientModel> ours = installation
                .client()
                .filter(client -> client.getClientId().equals(asked))
                .flatMap(same -> installation.expectInstalled())
                .filter(client -> isResourceServer(session, client) || isResourceServerAgain(session, installation));
        return new UmaTarget(ours, ticket);
    }

    private static boolean isResourceServerAgain(KeycloakSession session, InstallationApi installation) {
        return installation
                .ensureInstalled()
                .filter(client -> isResourceServer(session, client))
                .isPresent();
    }

    private static boolean isResourceServer(KeycloakSession session, ClientModel client) {
        return session.getProvider(AuthorizationProvider.class)
                        .getStoreFactory()
                        .getResourceServerStore()
                        .findByClient(client)
                != null;
    }
}
