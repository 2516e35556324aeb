package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.Objects;

/**
 * One action on one node that was denied to somebody.
 *
 * @param address where the question came from
 */
public record Denial(PrincipalId principal, Action action, NodeRef node, Instant at, String address) {

    public Denial {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(action, "action is null");
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(address, "address is null");
    }
}
