package io.featureaccess.keycloak.uma;

import io.featureaccess.keycloak.spi.InstallationApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.Resource;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.model.Scope;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;

/**
 * Whether a policy of somebody else has a say about nodes: whoever administers the client may put one on a node, on a kind or on
 * an action, and Keycloak's evaluation goes through it. It is looked for where that evaluation looks, in the same caches.
 */
final class OtherPolicies {

    private final StoreFactory stores;
    private final ResourceServer server;

    private OtherPolicies(StoreFactory stores, ResourceServer server) {
        this.stores = stores;
        this.server = server;
    }

    static OtherPolicies on(ClientModel client, KeycloakSession session) {
        StoreFactory stores = session.getProvider(AuthorizationProvider.class).getStoreFactory();
        return new OtherPolicies(stores, stores.getResourceServerStore().findByClient(client));
    }

    /** Whether Keycloak's evaluation would find the very same, since it would ask nobody but us. */
    boolean areSilentOn(Permitted permitted) {
        return server.getPolicyEnforcementMode() == PolicyEnforcementMode.ENFORCING
                && permitted.entries().stream().allMatch(this::areSilentOn);
    }

    private boolean areSilentOn(Permitted.Entry entry) {
        Resource resource =
                stores.getResourceStore().findById(server, entry.id().value());
        List<Scope> scopes = entry.scopes().stream()
                .map(scope -> stores.getScopeStore().findByName(server, scope))
                .toList();
        if (resource == null || resource.getType() == null || scopes.stream().anyMatch(Objects::isNull)) {
            return false;
        }
        List<Policy> policies = policies(resource, scopes);
        return !policies.isEmpty() && policies.stream().allMatch(OtherPolicies::isOurs);
    }

    private List<Policy> policies(Resource resource, List<Scope> scopes) {
        PolicyStore store = stores.getPolicyStore();
        List<Policy> found = new ArrayList<>();
        store.findByResource(server, resource, found::add);
        store.findByResourceType(server, resource.getType(), found::add);
        if (!resource.getOwner().equals(server.getClientId())) {
            stores.getResourceStore()
                    .findByType(server, resource.getType())
                    .forEach(type -> store.findByResource(server, type, found::add));
        }
        store.findByScopes(server, null, new ArrayList<>(scopes), found::add);
        return found;
    }

    /** A permission that rests on our policy and on nothing else. */
    private static boolean isOurs(Policy permission) {
        Set<Policy> associated = permission.getAssociatedPolicies();
        return !associated.isEmpty()
                && associated.stream().allMatch(policy -> policy.getType().equals(InstallationApi.POLICY_TYPE));
    }
}
