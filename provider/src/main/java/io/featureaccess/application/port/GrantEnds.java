package io.featureaccess.application.port;

import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.principal.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ends of one realm's grants, and what was done about each. A new end of a grant is another end. */
public interface GrantEnds {

    /** Of those that end after the first instant and not after the second, whom nobody told: earliest end first. */
    List<EndingGrant> untold(Instant now, Instant until, int max);

    /**
     * Remembers that it was told.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code changed-meanwhile} where another server did any of it
     */
    void told(Set<GrantId> ids);

    /** Those that have ended at that instant, and whose end is not on record: earliest end first. */
    List<EndingGrant> unrecorded(Instant now, int max);

    /**
     * Remembers that it is on record, for their permissions too.
     *
     * @param now when they were found to have ended
     * @throws io.featureaccess.domain.problem.DomainProblem {@code changed-meanwhile} where another server did any of it
     */
    void recorded(Set<GrantId> ids, Instant now);

    /** @param node empty for all workspaces */
    record EndingGrant(Grant grant, Principal holder, Optional<AuditRow.Subject> node) {}
}
