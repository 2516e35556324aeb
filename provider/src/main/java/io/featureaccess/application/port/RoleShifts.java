package io.featureaccess.application.port;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which roles come or go with whom, by one statement. */
public interface RoleShifts {

    /**
     * The grants to these principals that do not merely repeat one to the others: in path order of the nodes, at most so many.
     * Expired ones are left out, and nodes that are hidden from the reader.
     *
     * @param others who is there before, or stays
     */
    List<HeldGrant> between(
            Set<PrincipalId> principals, Set<PrincipalId> others, PrincipalId reader, int max, Instant at);
}
