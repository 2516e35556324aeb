package io.featureaccess.keycloak.uma;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Answers whoever asks with their own token for a mere yes or no, where Keycloak's evaluation would ask nobody but us. That
 * evaluation reads the token a second time and turns all its claims into attributes for policies that are not there, which
 * together takes as long as reading the grants.
 */
final class YesOrNo {

    private static final Logger LOG = Logger.getLogger(YesOrNo.class);

    private final KeycloakSession session;
    private final EventBuilder event;
    private final UmaRefusals refusals;

    YesOrNo(KeycloakSession session, EventBuilder event, UmaRefusals refusals) {
        this.session = session;
        this.event = event;
        this.refusals = refusals;
    }

    /** Empty where Keycloak has to evaluate what is permitted. */
    Optional<Response> to(UmaRequest request, AuthResult caller, UmaAnswer answer) {
        if (!request.isYesOrNo()) {
            return Optional.empty();
        }
        event.user(identity(caller));
        try {
            ClientModel client = request.target().client().orElseThrow();
            return OtherPolicies.on(client, session).areSilentOn(answer.permitted())
                    ? Optional.of(yes())
                    : Optional.empty();
        } catch (WebApplicationException refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            LOG.error("Cannot decide about feature access", failure);
            throw refusals.failed();
        }
    }

    /** As Keycloak's evaluation names it: a client's own service account by the client. */
    private static String identity(AuthResult caller) {
        String client = caller.client().getId();
        return client.equals(caller.user().getServiceAccountClientLink())
                ? client
                : caller.user().getId();
    }

    private Response yes() {
        return Cors.builder()
                .checkAllowedOrigins(session, session.getContext().getClient())
                .allowedMethods(HttpMethod.POST)
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .add(Response.ok(Map.of("result", true), MediaType.APPLICATION_JSON_TYPE));
    }
}
