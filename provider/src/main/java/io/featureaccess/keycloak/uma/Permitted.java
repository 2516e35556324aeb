package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The permitted part of what was asked for: each node once, with nothing but permitted actions. */
final class Permitted {

    private final Map<NodeId, Entry> entries = new LinkedHashMap<>();

    /** @param until when the first of these permits ends if nothing is changed */
    record Entry(NodeId id, NodePath path, Set<Action> actions, Optional<Instant> until) {

        private Entry merge(Entry other) {
            Set<Action> united = EnumSet.copyOf(actions);
            united.addAll(other.actions);
            return new Entry(id, path, united, earlier(until, other.until));
        }

        private boolean answers(Asked.OneNode asked) {
            boolean named = asked.node().filter(this::isNamedBy).isPresent();
            return named && !Collections.disjoint(actions, asked.actions());
        }

        private boolean isNamedBy(NodeRef node) {
            return node.equals(NodeRef.of(id)) || node.equals(NodeRef.of(path));
        }

        Set<String> scopes() {
            Set<String> scopes = new HashSet<>();
            actions.forEach(action -> scopes.add(action.id()));
            return scopes;
        }
    }

    /** Nothing is added where no action is permitted. */
    void add(Entry entry) {
        if (!entry.actions().isEmpty()) {
            entries.merge(entry.id(), entry, Entry::merge);
        }
    }

    /** The first ones in path order. */
    Permitted first(int limit) {
        Permitted first = new Permitted();
        entries.values().stream()
                .sorted(Comparator.comparing(Entry::path))
                .limit(Math.max(0, limit))
                .forEach(first::add);
        return first;
    }

    Permitted only(Predicate<Entry> condition) {
        Permitted some = new Permitted();
        entries.values().stream().filter(condition).forEach(some::add);
        return some;
    }

    /** Whether some of what was asked for is permitted; asking for every node is asking for none in particular. */
    boolean covers(Asked asked) {
        return !(asked instanceof Asked.OneNode one)
                || entries.values().stream().anyMatch(entry -> entry.answers(one));
    }

    Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Map<NodeId, Set<Action>> actions() {
        Map<NodeId, Set<Action>> actions = new LinkedHashMap<>();
        entries.values().forEach(entry -> actions.put(entry.id(), entry.actions()));
        return actions;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    Optional<Instant> until() {
        return entries.values().stream().map(Entry::until).reduce(Optional.empty(), Permitted::earlier);
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }
}
