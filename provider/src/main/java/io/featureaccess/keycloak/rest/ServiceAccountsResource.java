package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** One's own service accounts; to admins, all. */
public final class ServiceAccountsResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;

    ServiceAccountsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("mine", "search", "first", "max");
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            Page<ServiceAccount> page =
                    exchange.features().serviceAccounts().list(caller, query.flag("mine"), search, query.page());
            return Reply.ok(ItemsJson.of(page, ServiceAccountJson::of));
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
