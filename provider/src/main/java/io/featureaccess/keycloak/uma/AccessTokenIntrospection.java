package io.featureaccess.keycloak.uma;

import io.featureaccess.keycloak.spi.RptMark;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Introspection without a hint: Keycloak sometimes repeats the permissions of an RPT there, so that they are decided anew too. */
final class AccessTokenIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {

    AccessTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public AccessToken transformAccessToken(AccessToken token, UserSessionModel userSession) {
        if (token.getAuthorization() == null) {
            return super.transformAccessToken(token, userSession);
        }
        RptMark.set(session);
        try {
            return super.transformAccessToken(token, userSession);
        } finally {
            RptMark.remove(session);
        }
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        if (!super.introspectionChecks(encoded)) {
            return false;
        }
        if (!new RptReview(session).leavesPermissions(token, user)) {
            // Or an answer of "inactive" would carry the token's content after all, where it is asked for as a JWT.
            transformedToken = null;
            eventBuilder.detail(Details.REASON, "Nothing that the token permits is permitted any more");
            eventBuilder.error(Errors.INVALID_TOKEN);
            return false;
        }
        if (transformedToken.getAuthorization() != null) {
            transformedToken.setAuthorization(token.getAuthorization());
        }
        return true;
    }
}
