package io.featureaccess.domain.audit;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Optional;

/**
 * One change, readable also when all that it names is gone: it keeps names as they were.
 *
 * @param actor the caller's name at that time
 * @param node the node changed, or on which something was changed
 * @param principal whom it concerns
 * @param before what was there, as a JSON object; empty where nothing was
 * @param after what is there now, as a JSON object; empty where nothing is
 * @param address where the call came from
 */
public record AuditRow(
        String id,
        Instant at,
        String actor,
        PrincipalId actorId,
        AuditChange change,
        Optional<Subject> node,
        Optional<Principal> principal,
        Optional<String> before,
        Optional<String> after,
        Optional<String> reason,
        String address) {

    /**
     * The node of a row, by the name it had.
     *
     * @param secret whether it was hidden, by itself or by its project: such rows stay with the node's owners for ever, also
     *     when the node is gone
     */
    public record Subject(NodeId id, NodePath path, boolean secret) {}
}
