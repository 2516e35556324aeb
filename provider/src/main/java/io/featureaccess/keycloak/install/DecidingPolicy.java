package io.featureaccess.keycloak.install;

import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.PolicyRepresentation;

/** The one policy: it asks our decision. */
final class DecidingPolicy implements Part {

    /** Its name, and the type under which our policy provider is registered. */
    static final String NAME = "feature-access";

    @Override
    public boolean atAGlance(Target target) {
        return inPlace(target);
    }

    @Override
    public boolean inPlace(Target target) {
        Policy policy = find(target);
        return policy != null && policy.getType().equals(NAME) && policy.getLogic() == Logic.POSITIVE;
    }

    /** Null where there is none. */
    static Policy find(Target target) {
        return target.server()
                .map(server -> policies(target).findByName(server, NAME))
                .orElse(null);
    }

    @Override
    public void put(Target target) {
        Policy found = find(target);
        if (found != null && found.getType().equals(NAME)) {
            found.setLogic(Logic.POSITIVE);
            return;
        }
        if (found != null) {
            policies(target).delete(found.getId());
        }
        PolicyRepresentation policy = new PolicyRepresentation();
        policy.setName(NAME);
        policy.setType(NAME);
        policy.setDescription("Permits what the grants on workspaces, projects and feature sets permit.");
        policies(target).create(target.requiredServer(), policy);
    }

    private static PolicyStore policies(Target target) {
        return target.stores().getPolicyStore();
    }
}
