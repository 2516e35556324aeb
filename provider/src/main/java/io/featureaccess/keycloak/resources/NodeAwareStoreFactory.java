package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.jpa.entities.ResourceEntity;
import org.keycloak.authorization.jpa.store.JPAAuthorizationStoreFactory;
import org.keycloak.authorization.jpa.store.JPAResourceServerStore;
import org.keycloak.authorization.jpa.store.JPAResourceStore;
import org.keycloak.authorization.jpa.store.JPAStoreFactory;
import org.keycloak.authorization.model.Resource;
import org.keycloak.authorization.model.Resource.FilterOption;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.authorization.store.ResourceStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keycloak's own authorization store in all but three things. For two of them it has no events: a resource server's instances are
 * deleted by the set before it is: Keycloak loads every resource into one persistence context and removes it by itself, for
 * a removed client as for authorization that is switched off on one; and an instance that somebody removes is noticed. The
 * third is that nodes are found where the server's own resources are looked for by name.
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

        /**
         * Keycloak's own clients, such as its policy enforcer, look a resource up by its exact name and the client as its owner.
         * To them a node is the client's own, though the client's service account owns its row.
         */
        @Override
        public List<Resource> find(
                ResourceServer server, Map<FilterOption, String[]> filters, Integer first, Integer max) {
            List<Resource> found = super.find(server, filters, first, max);
            boolean ownByName = server != null
                    && filters.keySet().equals(Set.of(FilterOption.EXACT_NAME, FilterOption.OWNER))
                    && Arrays.equals(filters.get(FilterOption.OWNER), new String[] {server.getClientId()});
            return found.isEmpty() && ownByName ? node(server, filters.get(FilterOption.EXACT_NAME)[0]) : found;
        }

        private List<Resource> node(ResourceServer server, String path) {
            ClientModel client = session.getContext().getRealm().getClientById(server.getClientId());
            return NodeOwner.find(session, client)
                    .map(owner -> findByName(server, path, owner.account()))
                    .map(List::of)
                    .orElse(List.of());
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
