package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** One's own service accounts; to admins, all. */
public final class ServiceAccountsResource {

    private final Exchange exchange;

    ServiceAccountsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            PageRequest page = exchange.query("first", "max").page();
            return Reply.ok(
                    ItemsJson.of(exchange.features().serviceAccounts().list(caller, page), ServiceAccountJson::of));
        });
    }

    @POST
    public Response create(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("name", "description");
            NewServiceAccount wanted = new NewServiceAccount(
                    fields.text("name"), fields.optionalText("description").orElse(""));
            return Reply.created(
                    ServiceAccountJson.of(exchange.features().serviceAccounts().create(caller, wanted)));
        });
    }

    @Path("{id}")
    public ServiceAccountResource one(@PathParam("id") String id) {
        return new ServiceAccountResource(exchange, id);
    }
}
