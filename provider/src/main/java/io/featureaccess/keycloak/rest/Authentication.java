package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Finds out who calls, from the bearer token and nothing else; what the caller may do is read from the tables later. */
final class Authentication {

    /** An admin's reason to look at secret nodes in this one request. */
    static final String BREAK_GLASS = "Feature-Access-Break-Glass";

    private static final int LONGEST_REASON = 500;

    private final KeycloakSession session;
    private final ClientModel resourceServer;
    private final TokenRules rules;

    Authentication(KeycloakSession session, ClientModel resourceServer) {
        this.session = session;
        this.resourceServer = resourceServer;
        this.rules = new TokenRules(resourceServer.getClientId());
    }

    /** Who holds the token, by what client, and whether changes may be made with it. */
    record Authenticated(Caller caller, ClientModel client, boolean mayChange) {}

    /** @throws HttpProblem {@code unauthenticated} */
    Authenticated authenticate() {
        AuthResult result = verify(bearerToken());
        AccessToken token = result.token();
        if (!rules.admits(token)) {
            throw invalidToken("a token for this API has '" + rules.resourceServer()
                    + "' in its audience and is no RPT; ask for one with that audience");
        }
        return new Authenticated(caller(result), result.client(), rules.mayChange(token));
    }

    /** @throws HttpProblem {@code scope-required} */
    void requireMayChange(Authenticated authenticated) {
        if (!authenticated.mayChange()) {
            String challenge =
                    challenge() + ", error=\"insufficient_scope\", scope=\"" + TokenRules.MANAGE_SCOPE + "\"";
            throw HttpProblem.withHeader(
                    HttpProblemCode.SCOPE_REQUIRED,
                    "changes need a token with the scope '" + TokenRules.MANAGE_SCOPE + "'",
                    HttpHeaders.WWW_AUTHENTICATE,
                    challenge);
        }
    }

    private AuthResult verify(String token) {
        requireSignedToken(token);
        try {
            AuthResult result = new AppAuthManager.BearerTokenAuthenticator(session)
                    .setTokenString(token)
                    .authenticate();
            if (result != null) {
                return result;
            }
        } catch (WebApplicationException refused) {
            throw invalidToken("the access token is not valid");
        }
        throw invalidToken(
                "the access token is not valid: it is expired, revoked, of another realm, or no access token");
    }

    /** Keycloak reads the header's algorithm before it looks whether there is one. */
    private void requireSignedToken(String token) {
        try {
            if (new JWSInput(token).getHeader().getAlgorithm() != null) {
                return;
            }
        } catch (JWSInputException | RuntimeException noToken) {
            throw invalidToken("the access token is no signed JWT");
        }
        throw invalidToken("the access token is no signed JWT");
    }

    private String bearerToken() {
        List<String> headers =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(HttpHeaders.AUTHORIZATION);
        if (headers == null || headers.isEmpty()) {
            throw HttpProblem.withHeader(
                    HttpProblemCode.UNAUTHENTICATED,
                    "this API needs 'Authorization: Bearer <access token>'",
                    HttpHeaders.WWW_AUTHENTICATE,
                    challenge());
        }
        String[] parts = headers.get(0).split(" ", -1);
        boolean wellFormed = headers.size() == 1 && parts.length == 2 && !parts[1].isBlank();
        if (!wellFormed || !parts[0].equalsIgnoreCase("Bearer") && !parts[0].equalsIgnoreCase("DPoP")) {
            throw invalidToken("the header is 'Authorization: Bearer <access token>', once");
        }
        return parts[1];
    }

    private Caller caller(AuthResult result) {
        UserModel user = result.user();
        boolean ownAccount = rules.issuedToResourceServer(result.token())
                && resourceServer.getId().equals(user.getServiceAccountClientLink());
        return new Caller(
                new PrincipalId(user.getId()),
                name(user),
                ownAccount,
                breakGlass(),
                session.getContext().getConnection().getRemoteHost());
    }

    private String name(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink())
                .map(session.getContext().getRealm()::getClientById)
                .map(ClientModel::getClientId)
                .orElse(user.getUsername());
    }

    private Optional<String> breakGlass() {
        List<String> given =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(BREAK_GLASS);
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        String reason = given.get(0).strip();
        if (given.size() > 1 || reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw DomainProblem.malformed(
                    BREAK_GLASS, "it is given once, with a reason of 1 to " + LONGEST_REASON + " characters");
        }
        return Optional.of(StorableText.require(BREAK_GLASS, reason));
    }

    private HttpProblem invalidToken(String detail) {
        return HttpProblem.withHeader(
                HttpProblemCode.UNAUTHENTICATED,
                detail,
                HttpHeaders.WWW_AUTHENTICATE,
                challenge() + ", error=\"invalid_token\"");
    }

    private String challenge() {
        String realm = session.getContext().getRealm().getName().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        return "Bearer realm=\"" + realm + "\"";
    }
}
