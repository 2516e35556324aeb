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
 * @param search what the node's path or the principal's name contains, whatever its case; empty for all
 * @param order what comes first
 */
public record RequestFilter(
        Set<RequestState> states,
        Optional<NodeKind> kind,
        boolean askedFor,
        Optional<String> search,
        RequestOrder order) {

    public RequestFilter {
        states = Set.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a list without a state has nothing on it");
        }
    }

    /** All that are in one of the states, the oldest first. */
    public static RequestFilter of(Set<RequestState> states, Optional<NodeKind> kind, boolean askedFor) {
        return new RequestFilter(states, kind, askedFor, Optional.empty(), RequestOrder.OLDEST);
    }

    public RequestFilter searching(String text) {
        return new RequestFilter(states, kind, askedFor, Optional.of(text), order);
    }

    public RequestFilter in(RequestOrder wanted) {
        return new RequestFilter(states, kind, askedFor, search, wanted);
    }
}
