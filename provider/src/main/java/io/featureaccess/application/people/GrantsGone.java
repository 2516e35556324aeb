package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.Snapshots;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records the grants that go because their holder does: each node's record says who lost what there. */
public final class GrantsGone {

    private static final int AT_ONCE = 500;

    private final Ownerships ownerships;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    public GrantsGone(Ownerships ownerships, Directory directory, AuditTrail trail, Clock clock) {
        this.ownerships = ownerships;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** To be called while the holders are still there. */
    void record(Caller caller, Set<PrincipalId> holders, Optional<String> reason) {
        Map<PrincipalId, Principal> people = directory.find(holders);
        Ending how = new Ending(Ending.Cause.PRINCIPAL_REMOVED, Optional.of(Actor.of(caller)), clock.instant(), reason);
        Optional<GrantId> last = Optional.empty();
        List<HeldGrant> gone;
        do {
            gone = ownerships.heldBy(holders, last, AT_ONCE);
            trail.record(
                    caller,
                    gone.stream().map(held -> change(held, people, reason)).toList());
            ownerships.gone(gone.stream().map(held -> held.grant().id()).collect(Collectors.toSet()), how);
            last = gone.stream().reduce((earlier, later) -> later).map(held -> held.grant()
                    .id());
        } while (gone.size() == AT_ONCE);
    }

    private static Change change(HeldGrant held, Map<PrincipalId, Principal> people, Optional<String> reason) {
        Change change = Change.of(AuditChange.GRANT_REMOVED)
                .about(people.get(held.grant().principal()))
                .from(Snapshots.of(held.grant()))
                .because(reason);
        return held.path().isPresent() && held.grant().target() instanceof GrantTarget.OnNode on
                ? change.on(new AuditRow.Subject(on.node(), held.path().get(), held.secret()))
                : change;
    }
}
