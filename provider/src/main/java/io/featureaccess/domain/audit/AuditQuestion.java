package io.featureaccess.domain.audit;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rows somebody wants to read; what is empty does not restrict.
 *
 * @param node the node or anything below it
 * @param principal whom the change concerned
 * @param since the first instant wanted
 * @param until the first instant no longer wanted
 * @param cursor the id of the last row of the page before
 */
public record AuditQuestion(
        Optional<NodePath> node,
        Optional<PrincipalRef> principal,
        Optional<PrincipalRef> actor,
        Optional<AuditChange> change,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> cursor) {}
