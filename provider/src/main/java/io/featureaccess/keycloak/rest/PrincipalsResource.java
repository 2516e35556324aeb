package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.ListedPrincipal;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The users, service accounts and groups there are, and what each holds. */
public final class PrincipalsResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;

    PrincipalsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A principal in the list.
     *
     * @param accountType for admins only
     * @param createdBy who answers for it; of service accounts only
     */
    record PrincipalJson(String id, String type, String reference, String name, String accountType, String createdBy) {

        static PrincipalJson of(ListedPrincipal listed) {
            return new PrincipalJson(
                    listed.principal().id().value(),
                    listed.principal().type().id(),
                    listed.principal().reference(),
                    listed.principal().name(),
                    listed.accountType().map(AccountType::id).orElse(null),
                    listed.creator().map(Principal::reference).orElse(null));
        }
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("type", "search", "first", "max");
            Optional<PrincipalType> type = query.text("type").map(PrincipalType::parse);
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            return Reply.ok(ItemsJson.of(
                    exchange.features().administration().principals(caller, type, search, query.page()),
                    PrincipalJson::of));
        });
    }

    /** What one principal holds anywhere. */
    @GET
    @Path("{ref}/access")
    public Response access(@PathParam("ref") String ref) {
        return exchange.read(caller -> {
            PageRequest page = exchange.query("first", "max").page();
            List<GrantJson> held = exchange.features().access().heldBy(caller, PrincipalRef.parse(ref), page).stream()
                    .map(GrantJson::of)
                    .toList();
            return Reply.ok(new ItemsJson<>(held, null));
        });
    }
}
