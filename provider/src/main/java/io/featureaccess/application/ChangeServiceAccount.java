package io.featureaccess.application;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccountChange;
import java.util.Optional;

/** Changes a service account's name and description, switches it, or names who answers for it. */
public final class ChangeServiceAccount {

    private final ServiceAccountGate gate;
    private final ServiceAccountRegister register;
    private final Principals principals;

    public ChangeServiceAccount(ServiceAccountGate gate, ServiceAccountRegister register, Principals principals) {
        this.gate = gate;
        this.register = register;
        this.principals = principals;
    }

    /**
     * @throws DomainProblem {@code not-found}; {@code name-taken}; where another creator is named, {@code forbidden} unless the
     *     caller is an admin, and {@code reason-required} where that is themself
     */
    public ServiceAccount change(Caller caller, PrincipalId id, ServiceAccountChange wanted) {
        ServiceAccount account = gate.change(caller, id);
        ServiceAccount described = register.describe(caller, account, wanted.onto(account), wanted.reason());
        return wanted.creator()
                .map(creator -> handOver(caller, described, creator, wanted.reason()))
                .orElse(described);
    }

    private ServiceAccount handOver(
            Caller caller, ServiceAccount account, PrincipalRef creator, Optional<String> reason) {
        gate.requireAdmin(caller, "changes of creator");
        Principal person = principals.require(creator);
        boolean takesOver = person.id().equals(caller.principal()) && !account.isOf(person.id());
        if (takesOver && reason.isEmpty()) {
            throw DomainProblem.reasonRequired("whoever takes over a service account says why");
        }
        return register.handOver(caller, account, person.id(), reason);
    }

    /**
     * From a deactivation on, no token and no key of the account is good for anything; activating it revives no old token.
     *
     * @throws DomainProblem {@code not-found}
     */
    public ServiceAccount turn(Caller caller, PrincipalId id, boolean on, Optional<String> reason) {
        return register.turn(caller, gate.change(caller, id), on, reason);
    }

    /** @throws DomainProblem {@code not-found}, {@code still-active} */
    public void delete(Caller caller, PrincipalId id) {
        ServiceAccount account = gate.change(caller, id);
        if (account.enabled()) {
            throw DomainProblem.stillActive();
        }
        register.delete(caller, account);
    }
}
