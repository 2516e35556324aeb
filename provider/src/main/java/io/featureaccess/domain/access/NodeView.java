package io.featureaccess.domain.access;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.Principal;
import java.util.Objects;
import java.util.Optional;

/**
 * A node as one caller sees it.
 *
 * @param creator who made it; empty where that principal is gone
 * @param access what the caller may do to it
 */
public record NodeView(Node node, Optional<Principal> creator, Access access) {

    public NodeView {
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(creator, "creator is null");
        Objects.requireNonNull(access, "access is null");
    }
}
