package io.featureaccess.domain.access;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Action;
import java.util.Objects;
import java.util.Optional;

/**
 * A question as a caller writes it.
 *
 * @param principal about whom; empty for the caller
 */
public record Check(Optional<PrincipalRef> principal, Action action, NodePath node) {

    /** How many may be asked at once. */
    public static final int MOST = 100;

    public Check {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(action, "action is null");
        Objects.requireNonNull(node, "node is null");
    }
}
