package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Map;
import java.util.Set;

/**
 * Puts on record who joins and leaves groups by Keycloak's own ways: its administration, its SCIM API, mappers that are not ours.
 * Nobody is asked for a reason there, and nothing is refused.
 */
public final class RecordMemberships {

    private final Directory directory;
    private final AuditTrail trail;

    public RecordMemberships(Directory directory, AuditTrail trail) {
        this.directory = directory;
        this.trail = trail;
    }

    /** Nothing of groups to which nothing can be granted, as those of organizations. */
    public void joined(Caller by, PrincipalId member, PrincipalId group) {
        Map<PrincipalId, Principal> known = directory.find(Set.of(member, group));
        if (known.containsKey(member) && known.containsKey(group)) {
            Snapshot membership =
                    GroupSnapshots.membership(known.get(group), by.principal().equals(member));
            trail.record(
                    by,
                    Change.of(AuditChange.MEMBER_ADDED).about(known.get(member)).to(membership));
        }
    }

    /** Nothing of those who, or whose group, are gone with it. */
    public void left(Caller by, PrincipalId member, PrincipalId group) {
        Map<PrincipalId, Principal> known = directory.find(Set.of(member, group));
        if (known.containsKey(member) && known.containsKey(group)) {
            Snapshot membership = GroupSnapshots.membership(known.get(group), false);
            trail.record(
                    by,
                    Change.of(AuditChange.MEMBER_REMOVED)
                            .about(known.get(member))
                            .from(membership));
        }
    }
}
