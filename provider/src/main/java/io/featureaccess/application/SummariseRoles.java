package io.featureaccess.application;

import io.featureaccess.application.port.HeldRoles;
import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Clock;

/** Tells what a principal holds, short enough for a token. */
public final class SummariseRoles {

    private final HeldRoles held;
    private final Clock clock;

    public SummariseRoles(HeldRoles held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    /** @param limit how many grants there is room for, at least 1 */
    public RoleSummary of(PrincipalId principal, int limit) {
        HeldRoles.Held found = held.read(principal, limit + 1, clock.instant());
        return RoleSummary.of(found.anyWorkspace(), found.nodes(), limit);
    }
}
