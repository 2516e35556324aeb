package io.featureaccess.keycloak.uma;

import io.featureaccess.keycloak.spi.DecisionMemo;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.RptMark;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.authorization.AuthorizationTokenService;
import org.keycloak.authorization.authorization.AuthorizationTokenService.KeycloakAuthorizationRequest;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.PermissionGrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * The UMA grant. For every other audience it is Keycloak's own. For ours it takes the same steps up to the identity (they
 * follow {@link PermissionGrantType#process}), then has the grants decide what of the request is permitted, and lets
 * Keycloak's own service evaluate just that and make the answer; a mere yes is said without it, see {@link YesOrNo}.
 */
final class FeatureAccessGrantType extends PermissionGrantType {

    private UmaForm form;
    private UmaRefusals refusals;

    @Override
    public Response process(Context context) {
        setContext(context);
        UmaTarget target = UmaTarget.of(session, formParams);
        RptMark.set(session);
        try {
            return target.client().isPresent() ? answer(target) : super.process(context);
        } finally {
            RptMark.remove(session);
        }
    }

    private Response answer(UmaTarget target) {
        form = new UmaForm(formParams, request.getDecodedFormParameters().keySet());
        refusals = new UmaRefusals(event, cors);
        event.detail(Details.AUTH_METHOD, "oauth_credentials");
        Optional<AuthResult> bearer = authenticatedBearer();
        String subject = bearer.isPresent() ? encodedBearer() : authenticatedClientSubject();
        UmaRequest asked = new UmaRequest(form, target, rpt());
        event.detail(Details.AUDIENCE, form.get("audience"));
        if (form.permissions() != null) {
            event.detail(Details.PERMISSION, String.join("|", form.permissions()));
        }
        try {
            UmaAnswer answer = new UmaAnswer(session, event, refusals, asked);
            Response response = bearer.flatMap(
                            caller -> new YesOrNo(session, event, refusals).to(asked, caller, answer))
                    .orElseGet(() -> evaluated(asked, subject, answer));
            event.success();
            return response;
        } finally {
            DecisionMemo.forget(session);
        }
    }

    /** By Keycloak's own service, for which everything has to be there that it goes through. */
    private Response evaluated(UmaRequest asked, String subject, UmaAnswer answer) {
        session.getProvider(FeatureAccessProvider.class).installation().ensureInstalled();
        return AuthorizationTokenService.instance().authorize(authorization(asked, subject, answer));
    }

    /** Empty where the request carries none, and the client has to authenticate. */
    private Optional<AuthResult> authenticatedBearer() {
        String header = headers.getRequestHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer")) {
            return Optional.empty();
        }
        AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw invalidBearer(encodedBearer());
        }
        session.getContext().setClient(caller.client());
        cors.checkAllowedOrigins(session, caller.client());
        event.client(caller.client());
        return Optional.of(caller);
    }

    private String encodedBearer() {
        return AppAuthManager.extractAuthorizationHeaderToken(headers);
    }

    /** With CORS headers where the signature at least is right, so that a browser can read why. */
    private CorsErrorResponseException invalidBearer(String bearer) {
        AccessToken signed = session.tokens().decode(bearer, AccessToken.class);
        if (signed != null) {
            ClientModel issuedFor = realm.getClientByClientId(signed.getIssuedFor());
            cors.checkAllowedOrigins(session, issuedFor);
            event.client(issuedFor);
        }
        event.error(Errors.INVALID_TOKEN);
        return new CorsErrorResponseException(
                cors, OAuthErrorException.INVALID_GRANT, "Invalid bearer token", Response.Status.BAD_REQUEST);
    }

    /** The token of whoever the client, authenticated here and only here, asks for: by default its service account. */
    private String authenticatedClientSubject() {
        checkClient();
        if (AuthorizationTokenService.CLAIM_TOKEN_FORMAT_ID_TOKEN.equalsIgnoreCase(claimTokenFormat())) {
            return form.get("claim_token");
        }
        if (form.get("subject_token") != null) {
            return form.get("subject_token");
        }
        OAuth2GrantType clientCredentials =
                session.getProvider(OAuth2GrantType.class, OAuth2Constants.CLIENT_CREDENTIALS);
        context.setClient(client);
        context.setClientConfig(clientConfig);
        context.setClientAuthAttributes(clientAuthAttributes);
        Response response = clientCredentials.process(context);
        return ((AccessTokenResponse) response.getEntity()).getToken();
    }

    private String claimTokenFormat() {
        String format = form.get("claim_token_format");
        return format == null && form.get("claim_token") != null
                ? AuthorizationTokenService.CLAIM_TOKEN_FORMAT_ID_TOKEN
                : format;
    }

    private KeycloakAuthorizationRequest authorization(UmaRequest asked, String subject, UmaAnswer answer) {
        DecidedTokens tokens = new DecidedTokens(UmaSettings.of(realm).rptLifespan());
        KeycloakAuthorizationRequest authorization = new KeycloakAuthorizationRequest(
                session.getProvider(AuthorizationProvider.class), tokens, event, request, cors, clientConnection);
        authorization.setClaimToken(form.get("claim_token"));
        authorization.setClaimTokenFormat(claimTokenFormat());
        authorization.setPct(form.get("pct"));
        authorization.setRpt(asked.rpt());
        authorization.setAudience(asked.target().client().orElseThrow().getClientId());
        authorization.setSubjectToken(subject);
        authorization.setMetadata(form.metadata());
        authorization.setPermissions(answer.permissions(tokens));
        return authorization;
    }

    private AccessToken rpt() {
        String given = form.get("rpt");
        if (given == null) {
            return null;
        }
        AccessToken rpt = session.tokens().decode(given, AccessToken.class);
        if (rpt == null) {
            throw refusals.invalidRpt();
        }
        return rpt;
    }
}
