package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Invitations;
import io.featureaccess.application.port.Users;
import io.featureaccess.domain.account.Delivery;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.account.Invited;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.util.Optional;

/** Invites people: a user is made, and a link sent to them. A mail server that fails loses no invitation: it is sent again. */
public final class InviteUsers {

    private static final String FOR_ADMINS = "invitations";

    private final PeopleGate gate;
    private final Users users;
    private final Invitations invitations;
    private final AuditTrail trail;
    private final Clock clock;

    public InviteUsers(PeopleGate gate, Users users, Invitations invitations, AuditTrail trail, Clock clock) {
        this.gate = gate;
        this.users = users;
        this.invitations = invitations;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code forbidden}; {@code name-taken}; {@code malformed-value} */
    public Invited invite(Caller caller, Invitation invitation) {
        gate.look(caller, FOR_ADMINS);
        Principal user = users.add(invitation);
        invitations.add(user.id(), caller.principal(), clock.instant());
        return sent(caller, user, AuditChange.USER_INVITED);
    }

    /** @throws DomainProblem {@code forbidden}; {@code not-found}; {@code not-invited} where they can log in already */
    public Invited resend(Caller caller, PrincipalRef reference) {
        gate.look(caller, FOR_ADMINS);
        Principal user = gate.user(reference);
        requireOpen(user);
        return sent(caller, user, AuditChange.INVITATION_SENT);
    }

    /** Takes an invitation back: whoever has not come yet is not there any more. @throws DomainProblem the same */
    public void withdraw(Caller caller, PrincipalRef reference, RemoveUser removal) {
        gate.change(caller, FOR_ADMINS);
        Principal user = gate.user(reference);
        requireOpen(user);
        removal.remove(caller, user, AuditChange.INVITATION_DELETED, Optional.empty());
    }

    private void requireOpen(Principal user) {
        if (!invitations.isOpen(user.id())) {
            throw DomainProblem.notInvited();
        }
    }

    private Invited sent(Caller caller, Principal user, AuditChange kind) {
        Delivery delivery = users.sendInvitation(user.id());
        trail.record(caller, Change.of(kind).about(user).to(Snapshot.EMPTY.with("delivery", delivery.id())));
        return new Invited(user, delivery);
    }
}
