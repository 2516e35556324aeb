package io.featureaccess.keycloak.install;

import io.featureaccess.domain.node.NodeKind;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.representations.idm.authorization.DecisionStrategy;
import org.keycloak.representations.idm.authorization.ResourcePermissionRepresentation;

/** The permission that brings the policy to every resource of a kind. */
final class KindPermission implements Part {

    private static final String TYPE = "resource";

    private final NodeKind kind;

    KindPermission(NodeKind kind) {
        this.kind = kind;
    }

    private String name() {
        return "feature-access " + kind.id();
    }

    @Override
    public boolean atAGlance(Target target) {
        Policy found = find(target);
        return found != null && found.getType().equals(TYPE) && kind.id().equals(found.getResourceType());
    }

    @Override
    public boolean inPlace(Target target) {
        return atAGlance(target)
                && find(target).getDecisionStrategy() == DecisionStrategy.UNANIMOUS
                && find(target).getResources().isEmpty()
                && policiesOf(find(target)).equals(Set.of(DecidingPolicy.NAME));
    }

    private static Set<String> policiesOf(Policy permission) {
        return permission.getAssociatedPolicies().stream().map(Policy::getName).collect(Collectors.toSet());
    }

    /** Made anew where it is not right: nobody's but ours, it has nothing worth keeping. */
    @Override
    public void put(Target target) {
        Policy found = find(target);
        if (found != null) {
            policies(target).delete(found.getId());
        }
        ResourcePermissionRepresentation permission = new ResourcePermissionRepresentation();
        permission.setName(name());
        permission.setDescription("Every " + kind.id() + " is decided by the policy '" + DecidingPolicy.NAME + "'.");
        permission.setResourceType(kind.id());
        permission.setDecisionStrategy(DecisionStrategy.UNANIMOUS);
        permission.addPolicy(DecidingPolicy.find(target).getId());
        policies(target).create(target.requiredServer(), permission);
    }

    private Policy find(Target target) {
        return target.server()
                .map(server -> policies(target).findByName(server, name()))
                .orElse(null);
    }

    private static PolicyStore policies(Target target) {
        return target.stores().getPolicyStore();
    }
}
