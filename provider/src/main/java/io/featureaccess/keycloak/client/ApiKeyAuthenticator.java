package io.featureaccess.keycloak.client;

import io.featureaccess.domain.serviceaccount.KeyVerdict;
import io.featureaccess.keycloak.spi.ApiKeyApi;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Authenticates service accounts by their API keys. Other clients it leaves alone. Whatever is wrong, the answer is the one that
 * Keycloak gives about a client that does not exist; the realm's events say what it was, and nothing of the key.
 */
final class ApiKeyAuthenticator implements ClientAuthenticator {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Throttle throttle;

    ApiKeyAuthenticator(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        ShownSecret shown = ShownSecret.of(context.getHttpRequest());
        ClientModel client = shown.clientId()
                .map(id -> context.getSession().clients().getClientByClientId(context.getRealm(), id))
                .orElse(null);
        if (client == null || !ApiKeyApi.AUTHENTICATOR.equals(client.getClientAuthenticatorType())) {
            // Means nothing but for a client of ours that somebody else found; and then it is a refusal.
            context.failure(AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS, refusal());
            return;
        }
        context.getEvent().client(client);
        context.setClient(client);
        String address = context.getConnection().getRemoteAddr();
        if (throttle.isTooMany(address)) {
            refuse(context, "too many wrong API keys from this address", tooMany());
            return;
        }
        KeyVerdict verdict = verdict(context, client, shown);
        if (verdict == KeyVerdict.ACCEPTED) {
            context.success();
        } else {
            throttle.refused(address);
            refuse(context, verdict.reason(), refusal());
        }
    }

    private static KeyVerdict verdict(ClientAuthenticationFlowContext context, ClientModel client, ShownSecret shown) {
        KeyVerdict verdict = context.getSession()
                .getProvider(FeatureAccessProvider.class)
                .apiKeys()
                .check(client.getId(), shown.secret());
        return verdict == KeyVerdict.ACCEPTED && !client.isEnabled() ? KeyVerdict.ACCOUNT_DEACTIVATED : verdict;
    }

    private static void refuse(ClientAuthenticationFlowContext context, String reason, Response answer) {
        context.getEvent().detail(Details.REASON, reason);
        context.failure(AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS, answer);
    }

    private static Response refusal() {
        return error(
                Response.status(Response.Status.UNAUTHORIZED),
                OAuthErrorException.INVALID_CLIENT,
                "Invalid client or Invalid client credentials");
    }

    private static Response tooMany() {
        return error(
                Response.status(TOO_MANY_REQUESTS).header("Retry-After", 1),
                OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                "Too many wrong API keys from this address: try again in a second");
    }

    private static Response error(Response.ResponseBuilder response, String code, String description) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(code, description))
                .build();
    }

    @Override
    public void close() {}
}
