package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.util.Objects;

/** May this principal do this action to this node? */
public record Question(PrincipalId principal, Action action, NodeRef node) {

    public Question {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(action, "action is null");
        Objects.requireNonNull(node, "node is null");
    }
}
