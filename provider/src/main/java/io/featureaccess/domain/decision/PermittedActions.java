package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that one principal may do to one node, for doors that show no reasons.
 *
 * @param ends of the permitted actions, those whose permit ends by itself, and the first instant at which it does
 */
public record PermittedActions(NodeFacts node, Set<Action> actions, Map<Action, Instant> ends) {

    public PermittedActions {
        Objects.requireNonNull(node, "node is null");
        actions = Collections.unmodifiableSet(EnumSet.copyOf(actions));
        ends = Map.copyOf(ends);
    }

    /**
     * The same actions as {@link Decider#decide(Question, Facts)} permits, one by one.
     *
     * @return empty where nothing is permitted, which does not tell whether there is such a node
     */
    public static Optional<PermittedActions> of(Facts facts) {
        Set<Action> actions = Access.of(facts).actions();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        Map<Action, Instant> ends = new EnumMap<>(Action.class);
        for (Action action : actions) {
            Decider.permittedUntil(action, facts).ifPresent(end -> ends.put(action, end));
        }
        return Optional.of(new PermittedActions(facts.node().orElseThrow(), actions, ends));
    }

    /** When the first of these permits ends, of those for the given actions. */
    public Optional<Instant> until(Set<Action> some) {
        return some.stream()
                .flatMap(action -> Optional.ofNullable(ends.get(action)).stream())
                .min(Instant::compareTo);
    }
}
