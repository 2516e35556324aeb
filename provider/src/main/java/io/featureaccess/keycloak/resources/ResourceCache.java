package io.featureaccess.keycloak.resources;

import java.util.List;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.authorization.CachedStoreFactoryProvider;
import org.keycloak.models.cache.infinispan.authorization.InfinispanCacheStoreFactoryProviderFactory;
import org.keycloak.models.cache.infinispan.authorization.StoreFactoryCacheSession;
import org.keycloak.models.cache.infinispan.authorization.events.ResourceServerRemovedEvent;

/** Keycloak's authorization cache, on all nodes of the cluster: what was written past it is told to it after the commit. */
final class ResourceCache {

    private final KeycloakSession session;

    ResourceCache(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Drops what may be remembered about one instance, most of all that it does not exist; by exact keys. The lists of
     * resources by type are left alone: those that decisions read hold the client's own resources only.
     */
    void forget(NodeOwner owner, String id, String name) {
        if (session.getProvider(CachedStoreFactoryProvider.class) instanceof StoreFactoryCacheSession cache) {
            List.of(
                            id,
                            StoreFactoryCacheSession.getResourceByNameCacheKey(name, owner.account(), owner.server()),
                            StoreFactoryCacheSession.getResourceByOwnerCacheKey(owner.account(), owner.server()),
                            StoreFactoryCacheSession.getResourceByOwnerCacheKey(owner.account(), null))
                    // Named after resource servers, it drops the entry with exactly that key.
                    .forEach(cache::registerResourceServerInvalidation);
        }
    }

    /** Drops everything about one resource server and nothing about others, in one walk through the cache. */
    void forgetAll(String server) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                session.getProvider(ClusterProvider.class)
                        .notify(
                                InfinispanCacheStoreFactoryProviderFactory.AUTHORIZATION_INVALIDATION_EVENTS,
                                ResourceServerRemovedEvent.create(server),
                                false);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
