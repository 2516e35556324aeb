package io.featureaccess.keycloak.uma;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/** Introspection of RPTs: what it says is permitted is decided at that moment. */
final class RptIntrospection extends RPTIntrospectionProvider {

    RptIntrospection(KeycloakSession session) {
        super(session);
    }

    /** Nothing of what mappers would write is in the answer. */
    @Override
    public AccessToken transformAccessToken(AccessToken token, UserSessionModel userSession) {
        return token;
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
        return true;
    }
}
