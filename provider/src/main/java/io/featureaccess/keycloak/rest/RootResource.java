package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

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

    /** All nodes and grants, an admin's right. */
    @GET
    @Path("export")
    public Response export() {
        return new Transfer(exchange).export();
    }

    /** Nodes and grants as an export has them, an admin's right. */
    @POST
    @Path("import")
    public Response importLines(InputStream body) {
        return new Transfer(exchange).importLines(body);
    }
}
