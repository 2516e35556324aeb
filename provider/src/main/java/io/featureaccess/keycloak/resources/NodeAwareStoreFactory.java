package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.jpa.store.JPAAuthorizationStoreFactory;
import org.keycloak.authorization.jpa.store.JPAResourceServerStore;
import org.keycloak.authorization.jpa.store.JPAStoreFactory;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keycloak's own authorization store in all but one thing: a resource server's instances are deleted by the set before it is.
 * Keycloak loads every resource into one persistence context and removes it by itself, and there is no event before that
 * happens, neither for a client nor for authorization that is switched off on one.
 */
public final class NodeAwareStoreFactory extends JPAAuthorizationStoreFactory {

    @Override
    public int order() {
        return super.order() + 1;
    }

    @Override
    public void registerSynchronizationListeners(KeycloakSessionFactory factory) {
        factory.register(new RemovedAccounts());
        super.registerSynchronizationListeners(factory);
    }

    @Override
    public StoreFactory create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        AuthorizationProvider authorization = session.getProvider(AuthorizationProvider.class);
        ResourceServerStore servers = new BulkDeleting(entities, authorization);
        return new JPAStoreFactory(entities, authorization) {
            @Override
            public ResourceServerStore getResourceServerStore() {
                return servers;
            }
        };
    }

    private static final class BulkDeleting extends JPAResourceServerStore {

        private final EntityManager entities;

        BulkDeleting(EntityManager entities, AuthorizationProvider authorization) {
            super(entities, authorization);
            this.entities = entities;
        }

        @Override
        public void delete(ClientModel client) {
            Removal.ofInstances(entities, client.getId()).run();
            super.delete(client);
        }
    }
}
