package io.featureaccess.keycloak.uma;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PermissionGrantTypeFactory;

/** Takes the place of Keycloak's own UMA grant, which still answers for every other resource server. */
public final class FeatureAccessGrantTypeFactory extends PermissionGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new FeatureAccessGrantType();
    }

    /** Above Keycloak's own factory of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
