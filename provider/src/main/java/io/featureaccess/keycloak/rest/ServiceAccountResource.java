package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ServiceAccountChange;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.regex.Pattern;

/** One service account. */
public final class ServiceAccountResource {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,36}");

    private final Exchange exchange;
    private final String id;

    ServiceAccountResource(Exchange exchange, String id) {
        this.exchange = exchange;
        this.id = id;
    }

    @GET
    public Response get() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(
                    ServiceAccountJson.of(exchange.features().serviceAccounts().get(caller, account())));
        });
    }

    @PATCH
    public Response change(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("name", "description", "creator", "reason");
            ServiceAccountChange change = new ServiceAccountChange(
                    fields.optionalText("name"),
                    fields.optionalText("description"),
                    fields.optionalText("creator").map(PrincipalRef::parse),
                    ReasonField.of(fields));
            return Reply.ok(
                    ServiceAccountJson.of(exchange.features().serviceAccounts().change(caller, account(), change)));
        });
    }

    @DELETE
    public Response delete() {
        return exchange.change(caller -> {
            exchange.query();
            exchange.features().serviceAccounts().delete(caller, account());
            return Reply.nothing();
        });
    }

    @POST
    @Path("activate")
    public Response activate() {
        return turn(true);
    }

    @POST
    @Path("deactivate")
    public Response deactivate() {
        return turn(false);
    }

    private Response turn(boolean on) {
        return exchange.change(caller -> Reply.ok(ServiceAccountJson.of(exchange.features()
                .serviceAccounts()
                .turn(caller, account(), on, ReasonField.of(exchange.query(ReasonField.NAME))))));
    }

    @Path("keys")
    public ApiKeysResource keys() {
        return new ApiKeysResource(exchange, this::account);
    }

    /** What cannot be an id is nobody's. */
    private PrincipalId account() {
        if (!ID.matcher(id).matches()) {
            throw DomainProblem.notFound("service account");
        }
        return new PrincipalId(id);
    }
}
