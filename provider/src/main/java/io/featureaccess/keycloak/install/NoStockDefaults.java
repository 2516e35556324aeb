package io.featureaccess.keycloak.install;

import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.Resource;

/**
 * Keycloak's own examples are gone: a resource that is every URL of the client, and the permission that gives it to every
 * user of the realm. Realm files carry them from the day when authorization was switched on in a console.
 */
final class NoStockDefaults implements Part {

    private static final String RESOURCE = "Default Resource";
    private static final String PERMISSION = "Default Permission";
    private static final String POLICY = "Default Policy";

    @Override
    public boolean inPlace(Target target) {
        return resource(target) == null && permission(target) == null;
    }

    @Override
    public void put(Target target) {
        Policy permission = permission(target);
        if (permission != null) {
            target.stores().getPolicyStore().delete(permission.getId());
        }
        Policy policy = policy(target, POLICY);
        if (policy != null && isUnused(target, policy)) {
            target.stores().getPolicyStore().delete(policy.getId());
        }
        Resource resource = resource(target);
        if (resource != null) {
            target.stores().getResourceStore().delete(resource.getId());
        }
    }

    /** By name and type, so that somebody's own resource of that name stays. */
    private static Resource resource(Target target) {
        Resource found = target.server()
                .map(server -> target.stores().getResourceStore().findByName(server, RESOURCE))
                .orElse(null);
        return found != null && stockType(target).equals(found.getType()) ? found : null;
    }

    private static Policy permission(Target target) {
        Policy found = policy(target, PERMISSION);
        return found != null && stockType(target).equals(found.getResourceType()) ? found : null;
    }

    private static Policy policy(Target target, String name) {
        return target.server()
                .map(server -> target.stores().getPolicyStore().findByName(server, name))
                .orElse(null);
    }

    private static boolean isUnused(Target target, Policy policy) {
        return target.stores()
                .getPolicyStore()
                .findDependentPolicies(target.requiredServer(), policy.getId())
                .isEmpty();
    }

    private static String stockType(Target target) {
        return "urn:" + target.client().getClientId() + ":resources:default";
    }
}
