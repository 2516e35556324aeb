package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** One user, and what admins do about them. */
public final class UserResource {

    private final Exchange exchange;
    private final String ref;

    UserResource(Exchange exchange, String ref) {
        this.exchange = exchange;
        this.ref = ref;
    }

    private record UnlockedJson(String principal, String principalId) {}

    @GET
    public Response show() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(UserAccountJson.of(exchange.features().users().show(caller, PrincipalRef.parse(ref))));
        });
    }

    @DELETE
    public Response remove() {
        return exchange.change(caller -> {
            QueryParams query = exchange.query("reason");
            exchange.features().users().remove(caller, PrincipalRef.parse(ref), ReasonField.of(query));
            return Reply.nothing();
        });
    }

    @Path("account-type")
    public AccountTypeResource accountType() {
        return new AccountTypeResource(exchange, ref);
    }

    /** Sends the invitation again. */
    @POST
    @Path("invitation")
    public Response resendInvitation() {
        return exchange.change(caller -> {
            exchange.query();
            return Reply.ok(
                    InvitedJson.of(exchange.features().users().resendInvitation(caller, PrincipalRef.parse(ref))));
        });
    }

    @DELETE
    @Path("invitation")
    public Response withdrawInvitation() {
        return exchange.change(caller -> {
            exchange.query();
            exchange.features().users().withdrawInvitation(caller, PrincipalRef.parse(ref));
            return Reply.nothing();
        });
    }

    @POST
    @Path("unlock")
    public Response unlock() {
        return exchange.change(caller -> {
            QueryParams query = exchange.query("reason");
            Principal user = exchange.features().users().unlock(caller, PrincipalRef.parse(ref), ReasonField.of(query));
            return Reply.ok(new UnlockedJson(user.reference(), user.id().value()));
        });
    }
}
