package io.featureaccess.application.people;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** What is due before a user or a group goes with all that it holds. */
public final class Departure {

    private final KeptOwners owners;
    private final GrantsGone gone;

    public Departure(KeptOwners owners, GrantsGone gone) {
        this.owners = owners;
        this.gone = gone;
    }

    /**
     * @param leaving who goes
     * @param losing who counts less as an owner then: those who go, and the groups that live by them
     * @param without makes those who go count no more, while their grants are still there to be looked at
     * @throws DomainProblem {@code last-owner}
     */
    void of(
            Caller caller,
            Set<PrincipalId> leaving,
            Set<PrincipalId> losing,
            Optional<String> reason,
            Runnable without) {
        Set<PrincipalId> counted = owners.before(losing);
        without.run();
        owners.require(counted);
        gone.record(caller, leaving, reason);
    }
}
