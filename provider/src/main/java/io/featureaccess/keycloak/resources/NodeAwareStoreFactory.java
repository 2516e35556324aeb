package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.jpa.entities.ResourceEntity;
import org.keycloak.authorization.jpa.store.JPAAuthorizationStoreFactory;
import org.keycloak.authorization.jpa.store.JPAResourceServerStore;
import org.keycloak.authorization.jpa.store.JPAResourceStore;
import org.keycloak.authorization.jpa.store.JPAStoreFactory;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.authorization.store.ResourceStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keycloak's own authorization store in all but two things, for which it has no events. A resource server's instances are
 * deleted by the set before it is: Keycloak loads every resource into one persistence context and removes it by itself, for
 * a removed client as for authorization that is switched off on one. And an instance that somebody removes is noticed.
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
        ResourceServerStore servers = new BulkDeletingServers(entities, authorization);
        ResourceStore resources = new WatchedResources(session, entities, authorization);
        return new JPAStoreFactory(entities, authorization) {
            @Override
            public ResourceServerStore getResourceServerStore() {
                return servers;
            }

            @Override
            public ResourceStore getResourceStore() {
                return resources;
            }
        };
    }

    private static final class BulkDeletingServers extends JPAResourceServerStore {

        private final EntityManager entities;

        BulkDeletingServers(EntityManager entities, AuthorizationProvider authorization) {
            super(entities, authorization);
            this.entities = entities;
        }

        @Override
        public void delete(ClientModel client) {
            Removal.ofInstances(entities, client.getId()).run();
            super.delete(client);
        }
    }

    private static final class WatchedResources extends JPAResourceStore {

        private final KeycloakSession session;
        private final EntityManager entities;

        WatchedResources(KeycloakSession session, EntityManager entities, AuthorizationProvider authorization) {
            super(entities, authorization);
            this.session = session;
            this.entities = entities;
        }

        @Override
        public void delete(String id) {
            ResourceEntity removed = entities.find(ResourceEntity.class, id);
            if (removed != null && !removed.getOwner().equals(removed.getResourceServer())) {
                InstanceRemoved.publishLater(session, removed.getResourceServer());
            }
            super.delete(id);
        }
    }
}
