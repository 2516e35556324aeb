package io.featureaccess.keycloak.install;

import java.util.Optional;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What is looked at and mended: one realm's client, in one session. */
record Target(KeycloakSession session, RealmModel realm, ClientModel client, String adminRole) {

    AuthorizationProvider authorization() {
        return session.getProvider(AuthorizationProvider.class);
    }

    StoreFactory stores() {
        return authorization().getStoreFactory();
    }

    Optional<ResourceServer> server() {
        return Optional.ofNullable(stores().getResourceServerStore().findByClient(client));
    }

    /** @throws java.util.NoSuchElementException before the part that makes it */
    ResourceServer requiredServer() {
        return server().orElseThrow();
    }

    Optional<UserModel> serviceAccount() {
        return Optional.ofNullable(session.users().getServiceAccount(client));
    }
}
