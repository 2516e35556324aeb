package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Answers whatever fits no route: an unknown path, a method that the path does not know, and browsers' preflights. */
public final class StrayResource {

    private static final String ANYTHING = "{anything: .*}";

    private final KeycloakSession session;
    private final List<String> methods;

    /** @param methods those that the asked path knows; empty where there is no such path */
    StrayResource(KeycloakSession session, List<String> methods) {
        this.session = session;
        this.methods = methods;
    }

    @GET
    @Path(ANYTHING)
    public Response get() {
        return refuse();
    }

    @HEAD
    @Path(ANYTHING)
    public Response head() {
        return refuse();
    }

    @POST
    @Path(ANYTHING)
    public Response post() {
        return refuse();
    }

    @PUT
    @Path(ANYTHING)
    public Response put() {
        return refuse();
    }

    @PATCH
    @Path(ANYTHING)
    public Response patch() {
        return refuse();
    }

    @DELETE
    @Path(ANYTHING)
    public Response delete() {
        return refuse();
    }

    @OPTIONS
    @Path(ANYTHING)
    public Response options() {
        return methods.isEmpty() ? refuse() : new CrossOrigin(session).preflight(methods);
    }

    private Response refuse() {
        new CrossOrigin(session).allowAnybody();
        return ProblemJson.answer(
                methods.isEmpty()
                        ? HttpProblem.of(
                                HttpProblemCode.NO_SUCH_ROUTE,
                                "there is no such route; openapi.json lists those there are")
                        : HttpProblem.methodNotAllowed(methods));
    }
}
