package io.featureaccess.application.port;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The record of changes of one realm; rows are written with the change they tell of, or not at all. */
public interface AuditLog {

    void append(List<AuditRow> rows);

    /** Newest first. */
    List<AuditRow> read(Query query);

    /**
     * Which rows are wanted; what is empty does not restrict.
     *
     * @param node the node or anything below it, by the path it had
     * @param readableBy restricts to rows about no node, or about nodes that this principal may see the record of
     * @param cursor the id after which to go on, from the last row of the page before
     */
    record Query(
            Optional<NodePath> node,
            Optional<PrincipalId> principal,
            Optional<PrincipalId> actor,
            Optional<AuditChange> change,
            Optional<Instant> since,
            Optional<Instant> until,
            boolean withSecret,
            Optional<PrincipalId> readableBy,
            Optional<String> cursor,
            int max) {}
}
