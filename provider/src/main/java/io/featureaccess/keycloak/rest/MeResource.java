package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.role.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The caller, and what they may access. */
public final class MeResource {

    private final Exchange exchange;

    MeResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response me() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(MeJson.of(exchange.features().account().whoAmI(caller)));
        });
    }

    @GET
    @Path("access")
    public Response access() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("kind", "action", "under", "first", "max");
            Optional<NodeKind> kind = query.text("kind").map(NodeKind::parse);
            Optional<NodePath> under = query.text("under").map(text -> QueryParams.path("under", text));
            Action action = query.text("action").map(Action::parse).orElse(Action.VIEW);
            return Reply.ok(ItemsJson.of(
                    exchange.features().account().myAccess(caller, action, kind, under, query.page()), NodeJson::of));
        });
    }
}
