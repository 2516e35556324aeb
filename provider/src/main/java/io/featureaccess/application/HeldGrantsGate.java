package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Who may read what a principal holds anywhere, and with whose eyes. */
public final class HeldGrantsGate {

    private final Directory directory;
    private final ServiceAccounts accounts;

    public HeldGrantsGate(Directory directory, ServiceAccounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /**
     * @param readAs what is hidden from them is left out
     * @param glassBroken whether an admin reads that too
     */
    record Reading(Principal principal, PrincipalId readAs, boolean glassBroken) {}

    /**
     * The creator of a service account reads what the account itself would read, nodes among it that they do not see: its keys
     * are theirs, so that they could ask with one of them.
     *
     * @throws DomainProblem {@code not-found}, {@code ambiguous-principal}, {@code forbidden}
     */
    Reading read(Caller caller, PrincipalRef reference) {
        Principal principal = Optional.ofNullable(
                        directory.resolve(Set.of(reference)).get(reference))
                .orElseThrow(() -> DomainProblem.notFound("principal"));
        boolean admin = directory.isAdmin(caller.principal());
        boolean glassBroken = admin && caller.breakGlass().isPresent();
        if (principal.id().equals(caller.principal()) || isCreator(caller, principal)) {
            return new Reading(principal, principal.id(), glassBroken);
        }
        if (!admin) {
            throw DomainProblem.forbidden(
                    "what others hold is for admins, and that of a service account for its creator; you may ask node by node");
        }
        return new Reading(principal, caller.principal(), glassBroken);
    }

    private boolean isCreator(Caller caller, Principal principal) {
        return principal.type() == PrincipalType.SERVICE_ACCOUNT
                && accounts.find(principal.id())
                        .filter(account -> account.isOf(caller.principal()))
                        .isPresent();
    }
}
