package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Whether a user or service account is an admin. */
public final class AccountTypeResource {

    private final Exchange exchange;
    private final String ref;

    AccountTypeResource(Exchange exchange, String ref) {
        this.exchange = exchange;
        this.ref = ref;
    }

    private record AccountTypeJson(String principal, String principalId, String accountType) {}

    @PUT
    public Response change(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("accountType", "reason");
            AccountType wanted = AccountType.parse(fields.text("accountType"));
            Principal account = exchange.features()
                    .administration()
                    .changeAccountType(caller, PrincipalRef.parse(ref), wanted, ReasonField.of(fields));
            return Reply.ok(
                    new AccountTypeJson(account.reference(), account.id().value(), wanted.id()));
        });
    }
}
