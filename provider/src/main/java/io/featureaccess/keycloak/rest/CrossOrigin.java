package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/** Calls from browser pages of other origins: those that the token's client lists as its web origins. */
final class CrossOrigin {

    private static final String EXPOSED = "WWW-Authenticate";

    private final KeycloakSession session;

    CrossOrigin(KeycloakSession session) {
        this.session = session;
    }

    /** @throws HttpProblem {@code origin-not-allowed}, before anything is done */
    void allow(ClientModel client) {
        Cors cors = session.getProvider(Cors.class);
        try {
            cors.checkAllowedOrigins(session, client);
        } catch (ForbiddenException refused) {
            throw HttpProblem.of(
                    HttpProblemCode.ORIGIN_NOT_ALLOWED, "the client of this token does not list this web origin");
        }
        cors.auth().exposedHeaders(EXPOSED).add();
    }

    /** For answers that tell nothing about anybody, so that a page can at least read why. */
    void allowAnybody() {
        session.getProvider(Cors.class)
                .allowAllOrigins()
                .exposedHeaders(EXPOSED)
                .add();
    }

    /** The answer to a browser that asks whether it may. */
    Response preflight(Collection<String> methods) {
        session.getProvider(Cors.class)
                .preflight()
                .auth()
                .allowedMethods(methods.toArray(String[]::new))
                .add();
        HttpResponse response = session.getContext().getHttpResponse();
        String ours = "Authorization, Content-Type, " + Authentication.BREAK_GLASS;
        response.setHeader(Cors.ACCESS_CONTROL_ALLOW_HEADERS, ours);
        return Response.noContent()
                .header("Allow", String.join(", ", methods))
                .header("Cache-Control", "no-store")
                .build();
    }
}
