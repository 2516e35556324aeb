package io.featureaccess.domain.access;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A node as one caller sees it.
 *
 * @param creator who made it; empty where that principal is gone
 * @param access what the caller may do to it
 * @param owners some of its owners, to ask them; empty where nodes are listed
 */
public record NodeView(Node node, Optional<Principal> creator, Access access, List<Principal> owners) {

    public NodeView {
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(creator, "creator is null");
        Objects.requireNonNull(access, "access is null");
        owners = List.copyOf(owners);
    }

    public NodeView withOwners(List<Principal> known) {
        return new NodeView(node, creator, access, known);
    }
}
