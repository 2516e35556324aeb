package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.NewKey;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The API keys of one service account. */
public final class ApiKeysResource {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final Exchange exchange;
    private final Supplier<PrincipalId> account;

    /** @param account read within the exchange, where a malformed id becomes a problem */
    ApiKeysResource(Exchange exchange, Supplier<PrincipalId> account) {
        this.exchange = exchange;
        this.account = account;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            PageRequest page = exchange.query("first", "max").page();
            return Reply.ok(ItemsJson.of(
                    exchange.features().serviceAccounts().keys(caller, account.get(), page), ApiKeyJson::of));
        });
    }

    @POST
    public Response create(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("name", "expiresAt", "reason");
            NewKey wanted =
                    new NewKey(fields.text("name"), fields.optionalInstant("expiresAt"), ReasonField.of(fields));
            return Reply.created(
                    ApiKeyJson.of(exchange.features().serviceAccounts().createKey(caller, account.get(), wanted)));
        });
    }

    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String key) {
        return exchange.change(caller -> {
            exchange.query();
            exchange.features().serviceAccounts().deleteKey(caller, account.get(), id(key));
            return Reply.nothing();
        });
    }

    @POST
    @Path("{key}/activate")
    public Response activate(@PathParam("key") String key) {
        return turn(key, true);
    }

    @POST
    @Path("{key}/deactivate")
    public Response deactivate(@PathParam("key") String key) {
        return turn(key, false);
    }

    private Response turn(String key, boolean on) {
        return exchange.change(caller -> Reply.ok(ApiKeyJson.of(exchange.features()
                .serviceAccounts()
                .turnKey(caller, account.get(), id(key), on, ReasonField.of(exchange.query(ReasonField.NAME))))));
    }

    /** What cannot be an id is no key's. */
    private static ApiKeyId id(String key) {
        if (!ID.matcher(key).matches()) {
            throw DomainProblem.notFound("API key");
        }
        return new ApiKeyId(key);
    }
}
