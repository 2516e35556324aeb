package io.featureaccess.domain.request;

import io.featureaccess.domain.node.NodeKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests and permissions a list has.
 *
 * @param states at least one
 * @param kind empty for nodes of every kind, and all workspaces
 * @param askedFor whether only what somebody asked for is on it, and not grants that were made without
 */
public record RequestFilter(Set<RequestState> states, Optional<NodeKind> kind, boolean askedFor) {

    public RequestFilter {
        states = Set.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a list without a state has nothing on it");
        }
    }
}
