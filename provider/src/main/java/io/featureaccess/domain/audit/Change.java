package io.featureaccess.domain.audit;

import io.featureaccess.domain.principal.Principal;
import java.util.Objects;
import java.util.Optional;

/**
 * A change that is to be recorded: what will be a row, without who made it and when.
 *
 * @param node the node changed, or on which something was changed
 * @param principal whom it concerns
 * @param before what was there; empty where nothing was
 * @param after what is there now; empty where nothing is
 */
public record Change(
        AuditChange kind,
        Optional<AuditRow.Subject> node,
        Optional<Principal> principal,
        Optional<Snapshot> before,
        Optional<Snapshot> after,
        Optional<String> reason) {

    public Change {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
        Objects.requireNonNull(reason, "reason is null");
    }

    public static Change of(AuditChange kind) {
        return new Change(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Change on(AuditRow.Subject subject) {
        return new Change(kind, Optional.of(subject), principal, before, after, reason);
    }

    public Change about(Principal concerned) {
        return new Change(kind, node, Optional.of(concerned), before, after, reason);
    }

    public Change from(Snapshot was) {
        return new Change(kind, node, principal, Optional.of(was), after, reason);
    }

    public Change to(Snapshot is) {
        return new Change(kind, node, principal, before, Optional.of(is), reason);
    }

    public Change because(Optional<String> why) {
        return new Change(kind, node, principal, before, after, why);
    }
}
