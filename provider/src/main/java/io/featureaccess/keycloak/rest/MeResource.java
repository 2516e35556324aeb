package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

    /** What one may change about oneself here. */
    @PATCH
    public Response change(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("notifications");
            boolean on =
                    fields.optionalFlag("notifications").orElseThrow(() -> DomainProblem.missingField("notifications"));
            return Reply.ok(MeJson.of(exchange.features().account().changeNotifications(caller, on)));
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
