package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.Users;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Removes a user with all that they hold; nobody removes themself, so that an admin is always left. */
public final class RemoveUser {

    private final PeopleGate gate;
    private final Groups groups;
    private final Users users;
    private final Departure departure;
    private final AuditTrail trail;

    public RemoveUser(PeopleGate gate, Groups groups, Users users, Departure departure, AuditTrail trail) {
        this.gate = gate;
        this.groups = groups;
        this.users = users;
        this.departure = departure;
        this.trail = trail;
    }

    /** @throws DomainProblem {@code forbidden}; {@code not-found}; {@code own-account}; {@code last-owner} */
    public void remove(Caller caller, PrincipalRef reference, Optional<String> reason) {
        gate.change(caller, "removals of users");
        remove(caller, gate.user(reference), AuditChange.USER_REMOVED, reason);
    }

    /** The same for somebody who was found already, as what the record shall call it. */
    void remove(Caller caller, Principal user, AuditChange kind, Optional<String> reason) {
        if (user.id().equals(caller.principal())) {
            throw DomainProblem.ownAccount();
        }
        gate.requireWithoutPowers(user.id());
        departure.of(caller, Set.of(user.id()), groups.upwards(user.id()), reason, () -> users.disable(user.id()));
        users.remove(user.id());
        trail.record(caller, Change.of(kind).about(user).because(reason));
    }
}
