package io.featureaccess.keycloak.install;

import java.util.Map;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * The client scopes that an administrator may give to applications. They are given to no one here: an application that may
 * ask on a person's behalf must not be able to grant on it.
 */
final class ClientScopes implements Part {

    /** The scope that writes roles into tokens. */
    static final String ROLES = "feature-access";

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            ROLES,
            "What you may do in the feature store, written into tokens",
            "feature-access:manage",
            "Change who may do what in the feature store, on your behalf");

    @Override
    public boolean inPlace(Target target) {
        return DESCRIPTIONS.keySet().stream().allMatch(name -> inPlace(find(target.realm(), name)));
    }

    private static boolean inPlace(ClientScopeModel scope) {
        return scope != null
                && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(scope.getProtocol())
                && scope.isIncludeInTokenScope();
    }

    @Override
    public void put(Target target) {
        DESCRIPTIONS.forEach((name, description) -> {
            ClientScopeModel scope = find(target.realm(), name);
            if (scope == null) {
                scope = target.realm().addClientScope(name);
                scope.setDescription(description);
                scope.setConsentScreenText(description);
            }
            scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
            scope.setIncludeInTokenScope(true);
        });
    }

    /** Null where there is none. */
    static ClientScopeModel find(RealmModel realm, String name) {
        return KeycloakModelUtils.getClientScopeByName(realm, name);
    }
}
