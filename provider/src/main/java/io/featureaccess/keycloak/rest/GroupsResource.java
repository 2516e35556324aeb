package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.PrincipalRef;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** The groups of the realm. */
public final class GroupsResource {

    /** As long as any path may be. */
    private static final int LONGEST_SEARCH = 1024;

    private final Exchange exchange;

    GroupsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("search", "first", "max");
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            return Reply.ok(ItemsJson.of(exchange.features().groups().list(search, query.page()), GroupJson::of));
        });
    }

    @POST
    public Response create(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("name", "parent");
            Optional<PrincipalRef> parent = fields.optionalText("parent").map(GroupReference::ofParent);
            Group group = exchange.features().groups().create(caller, fields.text("name"), parent);
            return Reply.created(GroupJson.of(group));
        });
    }
}
