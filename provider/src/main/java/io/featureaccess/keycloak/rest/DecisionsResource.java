package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.Check;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Action;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** May they do this? Many questions at once. */
public final class DecisionsResource {

    private final Exchange exchange;

    DecisionsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** In the order of the checks. */
    private record DecisionsJson(List<DecisionJson> decisions) {}

    @POST
    public Response decide(InputStream body) {
        return exchange.read(caller -> {
            exchange.query();
            List<Check> checks = exchange.object(body).only("checks").objects("checks", Check.MOST).stream()
                    .map(DecisionsResource::check)
                    .toList();
            return Reply.ok(new DecisionsJson(exchange.features().access().answer(caller, checks).stream()
                    .map(DecisionJson::of)
                    .toList()));
        });
    }

    private static Check check(JsonFields fields) {
        fields.only("principal", "action", "node");
        return new Check(
                fields.optionalText("principal").map(PrincipalRef::parse),
                Action.parse(fields.text("action")),
                NodePath.parse(fields.text("node")));
    }
}
