package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.rule.IdentityProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The identity providers of the realm, for admins to find those whose rules they look at. */
public final class IdentityProvidersResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;

    IdentityProvidersResource(Exchange exchange) {
        this.exchange = exchange;
    }

    private record ProviderJson(String alias, String displayName) {

        static ProviderJson of(IdentityProvider provider) {
            return new ProviderJson(provider.alias(), provider.displayName());
        }
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("search", "first", "max");
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            PageRequest page = query.page();
            List<ProviderJson> found = exchange.features().rules().identityProviders(caller, search, page).stream()
                    .map(ProviderJson::of)
                    .toList();
            return Reply.ok(new ItemsJson<>(found, null));
        });
    }
}
