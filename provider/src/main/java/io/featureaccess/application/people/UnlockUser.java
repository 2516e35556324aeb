package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Lockouts;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;

/** Lets a user in again whom too many failed logins keep out, for a time or for good. */
public final class UnlockUser {

    private final PeopleGate gate;
    private final Lockouts lockouts;
    private final AuditTrail trail;

    public UnlockUser(PeopleGate gate, Lockouts lockouts, AuditTrail trail) {
        this.gate = gate;
        this.lockouts = lockouts;
        this.trail = trail;
    }

    /** @throws DomainProblem {@code forbidden}; {@code not-found}; {@code not-locked}, also for who was disabled by hand */
    public Principal unlock(Caller caller, PrincipalRef reference, Optional<String> reason) {
        gate.look(caller, "locked accounts");
        Principal user = gate.user(reference);
        if (!lockouts.release(user.id())) {
            throw DomainProblem.notLocked();
        }
        trail.record(caller, Change.of(AuditChange.USER_UNLOCKED).about(user).because(reason));
        return user;
    }
}
