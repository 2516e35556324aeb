package io.featureaccess.application;

import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one principal holds anywhere, for themself, for admins, and for the creator of a service account. */
public final class ListHeldGrants {

    private final HeldGrantsGate gate;
    private final Grants grants;
    private final DescribeHeldGrants describe;
    private final AuditTrail trail;
    private final Clock clock;

    public ListHeldGrants(
            HeldGrantsGate gate, Grants grants, DescribeHeldGrants describe, AuditTrail trail, Clock clock) {
        this.gate = gate;
        this.grants = grants;
        this.describe = describe;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Grants on nodes that are hidden from the caller are left out; an admin who breaks the glass reads them too, on record.
     *
     * @throws DomainProblem {@code not-found} where the reference means nobody, {@code ambiguous-principal}, {@code forbidden}
     *     about others unless the caller is an admin, or created that service account
     */
    public List<DescribedGrant> list(Caller caller, PrincipalRef reference, PageRequest page) {
        HeldGrantsGate.Reading reading = gate.read(caller, reference);
        Instant now = clock.instant();
        List<HeldGrant> held =
                grants.heldBy(reading.principal().id(), reading.readAs(), reading.glassBroken(), page, now);
        if (reading.glassBroken()) {
            trail.record(caller, looks(caller, held));
        }
        return held.isEmpty() ? List.of() : describe.describe(reading.principal(), held, now);
    }

    private static List<Change> looks(Caller caller, List<HeldGrant> held) {
        Set<NodeId> seen = new HashSet<>();
        return held.stream()
                .filter(one ->
                        one.secret() && one.grant().target() instanceof GrantTarget.OnNode on && seen.add(on.node()))
                .map(one -> Change.of(AuditChange.BREAK_GLASS).on(subject(one)).because(caller.breakGlass()))
                .toList();
    }

    private static AuditRow.Subject subject(HeldGrant held) {
        GrantTarget.OnNode on = (GrantTarget.OnNode) held.grant().target();
        return new AuditRow.Subject(on.node(), held.path().orElseThrow(), true);
    }
}
