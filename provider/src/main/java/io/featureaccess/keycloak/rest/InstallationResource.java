package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the extension keeps installed on the resource server. */
public final class InstallationResource {

    private final Exchange exchange;

    InstallationResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @POST
    @Path("mend")
    public Response mend() {
        return exchange.change(caller -> {
            exchange.query();
            long written = exchange.features().administration().mendResourceServer(caller);
            return Reply.ok(Map.of("resourcesWritten", written));
        });
    }
}
