package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeSearch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/** Nodes of every kind, wherever they lie. */
public final class SearchResource {

    private final Exchange exchange;

    SearchResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response find() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("search", "first", "max");
            NodeSearch search = new NodeSearch(query.requiredText("search"));
            return Reply.ok(
                    ItemsJson.of(exchange.features().nodes().search(caller, search, query.page()), NodeJson::of));
        });
    }
}
