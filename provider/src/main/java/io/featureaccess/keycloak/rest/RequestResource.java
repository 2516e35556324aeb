package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.WantedAnswer;
import io.featureaccess.domain.role.Role;
import io.featureaccess.keycloak.spi.RequestApi;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** One access request, and how it may go on. */
public final class RequestResource {

    private final Exchange exchange;
    private final RequestId id;

    RequestResource(Exchange exchange, String id) {
        this.exchange = exchange;
        this.id = new RequestId(id);
    }

    @POST
    @Path("approve")
    public Response approve(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.optionalObject(body).only("reason", "role", "expiresAt", "projectRole");
            WantedAnswer answer = new WantedAnswer(
                    ReasonField.of(fields),
                    fields.optionalText("role").map(Role::parse),
                    fields.optionalInstant("expiresAt"),
                    fields.optionalText("projectRole").map(Role::parse));
            return Reply.ok(RequestJson.of(requests().approve(caller, id, answer)));
        });
    }

    @POST
    @Path("reject")
    public Response reject(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.optionalObject(body).only(ReasonField.NAME);
            return Reply.ok(RequestJson.of(requests().reject(caller, id, ReasonField.of(fields))));
        });
    }

    @POST
    @Path("withdraw")
    public Response withdraw(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.optionalObject(body).only(ReasonField.NAME);
            return Reply.ok(RequestJson.of(requests().withdraw(caller, id, ReasonField.of(fields))));
        });
    }

    private RequestApi requests() {
        return exchange.features().requests();
    }
}
