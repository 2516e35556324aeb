package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The first segments of every route. */
public final class RootResource {

    private final Exchange exchange;

    RootResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** This API, described; the only route without a caller. */
    @GET
    @Path("openapi.json")
    public Response description() {
        return Description.answer();
    }
}
