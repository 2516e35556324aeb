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

    /**
     * Newest first. A row's node counts as secret if it was so when the row was written, or is now.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code malformed-value} for a cursor that is no row's id
     */
    List<AuditRow> read(Query query);

    /**
     * Which rows are wanted; what is empty does not restrict.
     *
     * @param node the node or anything below it, by the path it had
     * @param since the first instant wanted
     * @param until the first instant no longer wanted
     * @param readableBy leaves out rows about nodes that are or were secret, or lie or lay below a secret one, unless this
     *     principal owns the node now; empty to leave out none
     * @param cursor the id of the last row of the page before, after which to go on
     * @param max how many rows at most
     */
    record Query(
            Optional<NodePath> node,
            Optional<PrincipalId> principal,
            Optional<PrincipalId> actor,
            Optional<AuditChange> change,
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<PrincipalId> readableBy,
            Optional<String> cursor,
            int max) {}
}
