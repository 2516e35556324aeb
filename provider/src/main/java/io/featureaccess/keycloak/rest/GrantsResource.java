package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Role;
import io.featureaccess.keycloak.spi.GrantApi;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The roles given on one node, or on all workspaces. */
public final class GrantsResource {

    private final Exchange exchange;
    private final Supplier<GrantPlace> place;

    /** @param place read within the exchange, where a malformed path becomes a problem */
    GrantsResource(Exchange exchange, Supplier<GrantPlace> place) {
        this.exchange = exchange;
        this.place = place;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            PageRequest page = exchange.query("first", "max").page();
            return Reply.ok(ItemsJson.of(grants().list(caller, place.get(), page), GrantJson::of));
        });
    }

    @PUT
    public Response give(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            GrantBody given = GrantBody.of(exchange.json(body));
            List<GrantJson> answer = json(grants().give(caller, place.get(), given.wanted()));
            return Reply.ok(given.list() ? new ItemsJson<>(answer, (long) answer.size()) : answer.get(0));
        });
    }

    @DELETE
    public Response take() {
        return exchange.change(caller -> {
            QueryParams query = exchange.query("principal", "role");
            List<PrincipalRef> principals = query.texts("principal", WantedGrant.MOST).stream()
                    .map(PrincipalRef::parse)
                    .toList();
            // An empty role is refused, not taken for none: that would take them all.
            Set<Role> roles = query.texts("role", Role.values().length).stream()
                    .map(Role::parse)
                    .collect(Collectors.toSet());
            grants().take(caller, place.get(), principals, roles);
            return Reply.nothing();
        });
    }

    private GrantApi grants() {
        return exchange.features().grants();
    }

    private static List<GrantJson> json(List<DescribedGrant> grants) {
        return grants.stream().map(GrantJson::of).toList();
    }
}
