package io.featureaccess.keycloak.broker;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.JpaIdentityProviderStorageProvider;
import org.keycloak.models.jpa.JpaIdentityProviderStorageProviderFactory;

/** Keycloak's own store of identity providers, in which mappers with unreadable rules are not kept: nobody else asks mappers. */
public final class CheckedMappersFactory extends JpaIdentityProviderStorageProviderFactory {

    @Override
    public int order() {
        return super.order() + 1;
    }

    @Override
    public JpaIdentityProviderStorageProvider create(KeycloakSession session) {
        return new CheckedMappers(session);
    }
}
