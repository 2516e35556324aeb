package io.featureaccess.keycloak.install;

import io.featureaccess.domain.role.Action;
import java.util.Arrays;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.store.ScopeStore;

/** Every action is a scope of the resource server. */
final class Actions implements Part {

    @Override
    public boolean inPlace(Target target) {
        return target.server().isPresent() && Arrays.stream(Action.values()).allMatch(action -> exists(target, action));
    }

    @Override
    public void put(Target target) {
        Arrays.stream(Action.values()).filter(action -> !exists(target, action)).forEach(action -> scopes(target)
                .create(target.requiredServer(), action.id()));
    }

    private static boolean exists(Target target, Action action) {
        ResourceServer server = target.requiredServer();
        return scopes(target).findByName(server, action.id()) != null;
    }

    private static ScopeStore scopes(Target target) {
        return target.stores().getScopeStore();
    }
}
