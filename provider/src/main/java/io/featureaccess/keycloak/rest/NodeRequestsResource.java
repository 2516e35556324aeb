package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.request.AskedAccess;
import io.featureaccess.domain.request.WantedAccess;
import io.featureaccess.domain.role.Role;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Asking for a role on one node. */
public final class NodeRequestsResource {

    private final Exchange exchange;
    private final PathSegments segments;

    NodeRequestsResource(Exchange exchange, PathSegments segments) {
        this.exchange = exchange;
        this.segments = segments;
    }

    @POST
    public Response ask(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("role", "reason", "expiresAt");
            WantedAccess wanted = new WantedAccess(
                    Role.parse(fields.text("role")), fields.text("reason"), fields.optionalInstant("expiresAt"));
            AskedAccess asked = exchange.features().requests().ask(caller, NodeRef.of(segments.path()), wanted);
            RequestJson json = RequestJson.of(asked.request());
            return asked.made() ? Reply.created(json) : Reply.ok(json);
        });
    }
}
