package io.featureaccess.application.people;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Invitations;
import io.featureaccess.application.port.Lockouts;
import io.featureaccess.application.port.Users;
import io.featureaccess.domain.account.UserAccount;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;

/** Shows admins one user: what they are, and whether anything keeps them out. */
public final class ShowUser {

    private final PeopleGate gate;
    private final Directory directory;
    private final Users users;
    private final Lockouts lockouts;
    private final Invitations invitations;

    public ShowUser(PeopleGate gate, Directory directory, Users users, Lockouts lockouts, Invitations invitations) {
        this.gate = gate;
        this.directory = directory;
        this.users = users;
        this.lockouts = lockouts;
        this.invitations = invitations;
    }

    /** @throws DomainProblem {@code forbidden}; {@code not-found} where the reference means no user */
    public UserAccount show(Caller caller, PrincipalRef reference) {
        gate.look(caller, "users' accounts");
        Principal user = gate.user(reference);
        return new UserAccount(
                user,
                AccountType.of(directory.isAdmin(user.id())),
                users.isEnabled(user.id()),
                lockouts.isLocked(user.id()),
                invitations.isOpen(user.id()));
    }
}
