package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.request.RequestId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** One permission. */
public final class PermissionResource {

    private final Exchange exchange;
    private final RequestId id;

    PermissionResource(Exchange exchange, String id) {
        this.exchange = exchange;
        this.id = new RequestId(id);
    }

    @POST
    @Path("revoke")
    public Response revoke(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.optionalObject(body).only(ReasonField.NAME);
            return Reply.ok(RequestJson.of(exchange.features().requests().revoke(caller, id, ReasonField.of(fields))));
        });
    }
}
