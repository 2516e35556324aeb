package io.featureaccess.keycloak.rest;

import java.util.List;
import org.keycloak.models.Constants;
import org.keycloak.representations.AccessToken;

/**
 * Which of a realm's valid access tokens open this API: those made for it, not those that merely exist. A token counts as
 * made for it if its audience contains the resource server's client, if it was issued to that client, or if it was issued to
 * the account console for the account API. An RPT never does: it answers about one thing, and every service that is shown
 * one could use it here.
 *
 * @param resourceServer the client id of the resource server
 */
record TokenRules(String resourceServer) {

    /** The client scope that a token needs to change things, so that an application that may ask cannot grant. */
    static final String MANAGE_SCOPE = "feature-access:manage";

    boolean admits(AccessToken token) {
        if (token.getAuthorization() != null) {
            return false;
        }
        return token.hasAudience(resourceServer) || issuedToResourceServer(token) || issuedToAccountConsole(token);
    }

    boolean mayChange(AccessToken token) {
        return issuedToResourceServer(token) || issuedToAccountConsole(token) || hasManageScope(token);
    }

    boolean issuedToResourceServer(AccessToken token) {
        return resourceServer.equals(token.getIssuedFor());
    }

    private static boolean issuedToAccountConsole(AccessToken token) {
        return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(token.getIssuedFor())
                && token.hasAudience(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
    }

    private static boolean hasManageScope(AccessToken token) {
        return token.getScope() != null && List.of(token.getScope().split(" ")).contains(MANAGE_SCOPE);
    }
}
