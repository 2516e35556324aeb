package io.featureaccess.keycloak.uma;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's own introspection of this kind of token. */
public final class AccessTokenIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new AccessTokenIntrospection(session);
    }

    /** Above Keycloak's own factory of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
