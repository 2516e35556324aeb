package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.people.InviteUsers;
import io.featureaccess.application.people.RemoveUser;
import io.featureaccess.application.people.ShowUser;
import io.featureaccess.application.people.UnlockUser;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.account.Invited;
import io.featureaccess.domain.account.UserAccount;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.keycloak.spi.UserApi;
import java.util.Optional;

/** {@link UserApi} by the use cases. */
record UserUseCases(ShowUser showing, InviteUsers invitations, RemoveUser removal, UnlockUser unlocking)
        implements UserApi {

    @Override
    public UserAccount show(Caller caller, PrincipalRef user) {
        return showing.show(caller, user);
    }

    @Override
    public Invited invite(Caller caller, Invitation invitation) {
        return invitations.invite(caller, invitation);
    }

    @Override
    public Invited resendInvitation(Caller caller, PrincipalRef user) {
        return invitations.resend(caller, user);
    }

    @Override
    public void withdrawInvitation(Caller caller, PrincipalRef user) {
        invitations.withdraw(caller, user, removal);
    }

    @Override
    public void remove(Caller caller, PrincipalRef user, Optional<String> reason) {
        removal.remove(caller, user, reason);
    }

    @Override
    public Principal unlock(Caller caller, PrincipalRef user, Optional<String> reason) {
        return unlocking.unlock(caller, user, reason);
    }
}
