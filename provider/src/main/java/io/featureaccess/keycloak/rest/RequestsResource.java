package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/** Access requests: the caller's own, or those the caller may answer. */
public final class RequestsResource {

    private final Exchange exchange;

    RequestsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> Reply.ok(
                RequestQuery.requests(exchange).answer(exchange.features().requests(), caller)));
    }
}
