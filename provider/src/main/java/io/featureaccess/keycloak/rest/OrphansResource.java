package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The nodes that nobody owns any more. */
public final class OrphansResource {

    private final Exchange exchange;

    OrphansResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            PageRequest page = exchange.query("first", "max").page();
            List<NodeJson> orphans = exchange.features().administration().orphans(caller, page).stream()
                    .map(NodeJson::of)
                    .toList();
            return Reply.ok(new ItemsJson<>(orphans, null));
        });
    }
}
