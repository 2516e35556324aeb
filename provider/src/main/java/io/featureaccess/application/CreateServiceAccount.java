package io.featureaccess.application;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.IssuedAccount;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.NewKey;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.util.Optional;

/** Makes a service account with its first key; the caller answers for it from then on. */
public final class CreateServiceAccount {

    /** What the key is called that comes with the account. */
    static final String FIRST_KEY = "first";

    private final ServiceAccountGate gate;
    private final ServiceAccountRegister register;
    private final NewKeys keys;
    private final int quota;

    /** @param quota how many accounts a creator may have */
    public CreateServiceAccount(ServiceAccountGate gate, ServiceAccountRegister register, NewKeys keys, int quota) {
        this.gate = gate;
        this.register = register;
        this.keys = keys;
        this.quota = quota;
    }

    /** @throws DomainProblem {@code forbidden} for service accounts; {@code name-taken}; {@code quota-exceeded} */
    public IssuedAccount create(Caller caller, NewServiceAccount wanted) {
        gate.requirePerson(caller);
        ServiceAccount account = register.create(caller, wanted, quota);
        IssuedKey first = keys.make(caller, account, new NewKey(FIRST_KEY, Optional.empty(), Optional.empty()));
        return new IssuedAccount(account, first.text());
    }
}
