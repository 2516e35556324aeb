package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Plan;
import io.featureaccess.domain.rule.Standing;

/** Who gave users their memberships and the admin account type: the rules of which mappers, and whether somebody did by hand too. */
public interface RuleHoldings {

    /** Read by one statement. */
    Standing of(PrincipalId user);

    /**
     * Keeps others from changing the user's memberships and roles until the transaction ends.
     *
     * @return whether there is such a user; those of a session that stores none are not
     */
    boolean lock(PrincipalId user);

    /** Writes down who gives what from now on. Of what the user does not have, nothing is written. */
    void record(PrincipalId user, Plan plan);

    /**
     * A membership that rules gave is given by hand too from now on, and so outlasts them.
     *
     * @return whether rules gave it, and nobody by hand until now
     */
    boolean keepByHand(PrincipalId user, PrincipalId group);

    /** The same for the admin account type. */
    boolean keepAdminByHand(PrincipalId user);
}
