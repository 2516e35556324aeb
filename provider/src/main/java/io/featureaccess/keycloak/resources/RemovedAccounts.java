package io.featureaccess.keycloak.resources;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Deletes what a service account owns before Keycloak deletes the account: afterwards, Keycloak would load and remove each
 * resource by itself. That happens also when somebody switches service accounts off on the client; the nodes stay, and the
 * installer writes their resources again.
 */
final class RemovedAccounts implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserPreRemovedEvent removed && isServiceAccount(removed.getUser())) {
            delete(removed.getKeycloakSession(), removed.getUser());
        }
    }

    private static boolean isServiceAccount(UserModel user) {
        return user.getServiceAccountClientLink() != null;
    }

    private static void delete(KeycloakSession session, UserModel account) {
        NodeOwner owner = new NodeOwner(account.getServiceAccountClientLink(), account.getId());
        new NodeResources(session, owner).removeAll();
        InstanceRemoved.publishLater(session, owner.server());
    }
}
