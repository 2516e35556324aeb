package io.featureaccess.keycloak.install;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Action;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authorization.model.Resource;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.model.Scope;
import org.keycloak.authorization.store.ResourceStore;

/** The resource that stands for a kind: the client owns it, and every node of the kind inherits its scopes. */
final class TypeResource implements Part {

    /** No path of a node looks like this: stock Keycloak finds resources of the client by name. */
    private static final String NAME_PREFIX = "type:";

    private final NodeKind kind;

    TypeResource(NodeKind kind) {
        this.kind = kind;
    }

    @Override
    public boolean atAGlance(Target target) {
        Resource found = find(target);
        return found != null && kind.id().equals(found.getType());
    }

    @Override
    public boolean inPlace(Target target) {
        return atAGlance(target)
                && !find(target).isOwnerManagedAccess()
                && find(target).getScopes().stream()
                        .map(Scope::getName)
                        .collect(Collectors.toSet())
                        .equals(actions());
    }

    @Override
    public void put(Target target) {
        ResourceServer server = target.requiredServer();
        Resource resource = find(target);
        if (resource == null) {
            resource = resources(target).create(server, NAME_PREFIX + kind.id(), server.getClientId());
        }
        resource.setType(kind.id());
        resource.setOwnerManagedAccess(false);
        resource.updateScopes(actions().stream()
                .map(action -> target.stores().getScopeStore().findByName(server, action))
                .collect(Collectors.toSet()));
    }

    private Resource find(Target target) {
        return target.server()
                .map(server -> resources(target).findByName(server, NAME_PREFIX + kind.id()))
                .orElse(null);
    }

    private Set<String> actions() {
        return Arrays.stream(Action.values())
                .filter(action -> action.appliesTo(kind))
                .map(Action::id)
                .collect(Collectors.toSet());
    }

    private static ResourceStore resources(Target target) {
        return target.stores().getResourceStore();
    }
}
