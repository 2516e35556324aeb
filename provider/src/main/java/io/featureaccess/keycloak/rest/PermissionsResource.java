package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/** Permissions: what the caller has, or what the caller may revoke, however it came to be. */
public final class PermissionsResource {

    private final Exchange exchange;

    PermissionsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> Reply.ok(
                RequestQuery.permissions(exchange).answer(exchange.features().requests(), caller)));
    }
}
