package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.util.Optional;
import java.util.Set;

/** Who may see and change which service account: its creator and admins; to anybody else there is none. */
public final class ServiceAccountGate {

    private final Directory directory;
    private final ServiceAccounts accounts;

    public ServiceAccountGate(Directory directory, ServiceAccounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** Whose accounts the caller may list; empty for everybody's. */
    Optional<PrincipalId> visibleTo(Caller caller) {
        return directory.isAdmin(caller.principal()) ? Optional.empty() : Optional.of(caller.principal());
    }

    /** @throws DomainProblem {@code not-found} */
    ServiceAccount see(Caller caller, PrincipalId id) {
        return visible(caller, accounts.find(id));
    }

    /** The account, kept from others until the change is done. @throws DomainProblem {@code not-found} */
    ServiceAccount change(Caller caller, PrincipalId id) {
        return visible(caller, accounts.lock(id));
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin */
    void requireAdmin(Caller caller, String what) {
        new Admins(directory).require(caller, what);
    }

    /**
     * What a service account does, its creator answers for; so the chain ends with a person.
     *
     * @throws DomainProblem {@code forbidden} for service accounts, admins among them
     */
    void requirePerson(Caller caller) {
        PrincipalId id = caller.principal();
        boolean person = Optional.ofNullable(directory.find(Set.of(id)).get(id))
                .filter(principal -> principal.type() == PrincipalType.USER)
                .isPresent();
        if (!person) {
            throw DomainProblem.forbidden("service accounts are made by people, not by service accounts");
        }
    }

    private ServiceAccount visible(Caller caller, Optional<ServiceAccount> found) {
        return found.filter(account -> account.isOf(caller.principal()) || directory.isAdmin(caller.principal()))
                .orElseThrow(() -> DomainProblem.notFound("service account"));
    }
}
