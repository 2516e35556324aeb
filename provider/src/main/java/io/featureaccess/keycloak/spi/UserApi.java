package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.account.Invited;
import io.featureaccess.domain.account.UserAccount;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import java.util.Optional;

/** The realm's users, for admins. */
public interface UserApi {

    /** One user: what they are, and whether anything keeps them out. */
    UserAccount show(Caller caller, PrincipalRef user);

    /** Makes a user, and sends them a link by which they choose a password. */
    Invited invite(Caller caller, Invitation invitation);

    /** Sends it again, to somebody who has not come yet. */
    Invited resendInvitation(Caller caller, PrincipalRef user);

    /** Removes somebody who was invited and has not come yet. */
    void withdrawInvitation(Caller caller, PrincipalRef user);

    /** Removes a user with all that they hold. */
    void remove(Caller caller, PrincipalRef user, Optional<String> reason);

    /** Lets in again whom too many failed logins keep out. */
    Principal unlock(Caller caller, PrincipalRef user, Optional<String> reason);
}
