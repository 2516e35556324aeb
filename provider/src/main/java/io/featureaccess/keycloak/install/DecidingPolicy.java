package io.featureaccess.keycloak.install;

import io.featureaccess.keycloak.spi.InstallationApi;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.PolicyRepresentation;

/** The one policy: it asks our decision. */
final class DecidingPolicy implements Part {

    static final String NAME = "feature-access";

    private static final String TYPE = InstallationApi.POLICY_TYPE;

    @Override
    public boolean atAGlance(Target target) {
        return inPlace(target);
    }

    @Override
    public boolean inPlace(Target target) {
        Policy policy = find(target);
        return policy != null && policy.getType().equals(TYPE) && policy.getLogic() == Logic.POSITIVE;
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
        if (found != null && found.getType().equals(TYPE)) {
            found.setLogic(Logic.POSITIVE);
            return;
        }
        if (found != null) {
            policies(target).delete(found.getId());
        }
        PolicyRepresentation policy = new PolicyRepresentation();
        policy.setName(NAME);
        policy.setType(TYPE);
        policy.setDescription("Permits what the grants on workspaces, projects and feature sets permit.");
        policies(target).create(target.requiredServer(), policy);
    }

    private static PolicyStore policies(Target target) {
        return target.stores().getPolicyStore();
    }
}
