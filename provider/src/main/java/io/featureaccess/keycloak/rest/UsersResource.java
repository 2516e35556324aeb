package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.account.Invited;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Where users are made: by inviting them. */
public final class UsersResource {

    private final Exchange exchange;

    UsersResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @POST
    public Response invite(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("username", "email", "firstName", "lastName");
            Invitation invitation = new Invitation(
                    fields.optionalText("username"),
                    fields.text("email"),
                    fields.optionalText("firstName"),
                    fields.optionalText("lastName"));
            Invited invited = exchange.features().users().invite(caller, invitation);
            return Reply.created(InvitedJson.of(invited));
        });
    }
}
