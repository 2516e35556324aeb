package io.featureaccess.application;

import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.util.Optional;

/** Shows service accounts to their creators, and all of them to admins. */
public final class ListServiceAccounts {

    private final ServiceAccountGate gate;
    private final ServiceAccounts accounts;

    public ListServiceAccounts(ServiceAccountGate gate, ServiceAccounts accounts) {
        this.gate = gate;
        this.accounts = accounts;
    }

    /**
     * @param mine whether an admin, too, is shown only those that they answer for
     * @param text what to look for in names and client ids; empty for all
     */
    public Page<ServiceAccount> list(Caller caller, boolean mine, Optional<String> text, PageRequest page) {
        Optional<PrincipalId> creator = mine ? Optional.of(caller.principal()) : gate.visibleTo(caller);
        return accounts.page(creator, text, page);
    }

    /** @throws DomainProblem {@code not-found} */
    public ServiceAccount get(Caller caller, PrincipalId id) {
        return gate.see(caller, id);
    }
}
