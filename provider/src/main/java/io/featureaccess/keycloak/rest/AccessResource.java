package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.keycloak.spi.AccessApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who may do what to one node, and why. */
public final class AccessResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;
    private final PathSegments segments;

    AccessResource(Exchange exchange, PathSegments segments) {
        this.exchange = exchange;
        this.segments = segments;
    }

    /** Of one principal, or a page of everyone who holds a role. */
    @GET
    public Response show() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("principal", "type", "search", "first", "max");
            NodeRef node = NodeRef.of(segments.path());
            Optional<PrincipalRef> principal = query.text("principal").map(PrincipalRef::parse);
            if (principal.isPresent()) {
                return Reply.ok(AccessJson.of(access().of(caller, node, principal.get()), segments.path()));
            }
            Optional<PrincipalType> type = query.text("type").map(PrincipalType::parse);
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            return Reply.ok(ItemsJson.of(
                    access().ofEveryone(caller, node, type, search, query.page()), access -> AccessJson.of(access)));
        });
    }

    private AccessApi access() {
        return exchange.features().access();
    }
}
