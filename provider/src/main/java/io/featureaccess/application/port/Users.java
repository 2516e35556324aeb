package io.featureaccess.application.port;

import io.featureaccess.domain.account.Delivery;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;

/** Makes and removes users, where everybody else in the server sees it too. */
public interface Users {

    /**
     * Makes an enabled user without any way to log in.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code name-taken} and {@code malformed-value}, naming the field
     */
    Principal add(Invitation invitation);

    /** Whether the user counts. */
    boolean isEnabled(PrincipalId user);

    /** Sends them the link by which they choose a password and prove that the address is theirs. */
    Delivery sendInvitation(PrincipalId user);

    /** Makes a user count no more, who is about to go. */
    void disable(PrincipalId user);

    /** @throws io.featureaccess.domain.problem.DomainProblem {@code forbidden} where the directory that keeps them does not let them go */
    void remove(PrincipalId user);
}
