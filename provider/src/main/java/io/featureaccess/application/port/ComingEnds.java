package io.featureaccess.application.port;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.principal.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Grants of one realm that end soon, and of which nobody was told yet. */
public interface ComingEnds {

    /** Those that end after the first instant and not after the second, earliest end first. */
    List<ComingEnd> untold(Instant now, Instant until, int max);

    /**
     * Remembers that this was done; a new end of a grant is another end.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code changed-meanwhile} where another server did any of it
     */
    void told(Set<GrantId> ids);

    record ComingEnd(Grant grant, Principal holder) {}
}
