package io.featureaccess.application.people;

import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Principal;

/** Groups and memberships as the record keeps them. */
final class GroupSnapshots {

    private GroupSnapshots() {}

    static Snapshot of(Group group) {
        return Snapshot.EMPTY.with("path", group.path());
    }

    /** @param toSelf on record as such where an admin gives access to themself */
    static Snapshot membership(Group group, boolean toSelf) {
        return membership(group.principal(), toSelf);
    }

    static Snapshot membership(Principal group, boolean toSelf) {
        Snapshot snapshot = Snapshot.EMPTY
                .with("group", group.reference())
                .with("groupId", group.id().value());
        return toSelf ? snapshot.with("toSelf", true) : snapshot;
    }
}
