package io.featureaccess.keycloak.resources;

import java.util.Optional;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Where a realm's nodes have their resources. They are instances of the client's type resources, and so belong to somebody
 * else than the client: to its service account.
 *
 * @param server the resource server's id, which is also the client's
 * @param account the id of the client's service-account user
 */
public record NodeOwner(String server, String account) {

    /** @return empty until authorization and the service account are switched on */
    public static Optional<NodeOwner> find(KeycloakSession session, ClientModel client) {
        ResourceServer server = session.getProvider(AuthorizationProvider.class)
                .getStoreFactory()
                .getResourceServerStore()
                .findByClient(client);
        UserModel account = server == null ? null : session.users().getServiceAccount(client);
        return Optional.ofNullable(account).map(user -> new NodeOwner(server.getId(), user.getId()));
    }
}
