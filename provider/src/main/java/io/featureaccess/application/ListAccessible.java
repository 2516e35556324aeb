package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Decider;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Lists the nodes on which a principal's own roles permit something, in path order. It costs what is listed, never what
 * exists: the nodes are found from the grants, and the decision is then taken about each of them.
 */
public final class ListAccessible {

    private final NodeLists lists;
    private final FactsReader reader;
    private final Clock clock;

    public ListAccessible(NodeLists lists, FactsReader reader, Clock clock) {
        this.lists = lists;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param more whether the limit left some out */
    public record Found(List<HeldNode> nodes, boolean more) {}

    /**
     * @param actions those that roles permit there, neither sight nor admin powers
     * @param until the first end of a grant that one of the actions relies on
     */
    public record HeldNode(Node node, Set<Action> actions, Optional<Instant> until) {}

    /**
     * @param action empty for any action at all
     * @param limit how many at most, at least 1
     */
    public Found list(PrincipalId principal, Optional<Action> action, Optional<NodeKind> kind, int limit) {
        Instant at = clock.instant();
        List<HeldNode> found = new ArrayList<>();
        int read = 0;
        boolean exhausted = false;
        while (found.size() <= limit && !exhausted) {
            int chunk = Math.min(limit + 1, PageRequest.LARGEST);
            List<Node> nodes =
                    lists.permitted(principal, action, kind, Optional.empty(), new PageRequest(read, chunk), at);
            heldBy(principal, nodes, at)
                    .filter(held -> action.map(held.actions()::contains)
                            .orElse(!held.actions().isEmpty()))
                    .forEach(found::add);
            read += nodes.size();
            exhausted = nodes.size() < chunk;
        }
        boolean more = found.size() > limit;
        return new Found(List.copyOf(more ? found.subList(0, limit) : found), more);
    }

    private Stream<HeldNode> heldBy(PrincipalId principal, List<Node> nodes, Instant at) {
        if (nodes.isEmpty()) {
            return Stream.empty();
        }
        Set<NodeRef> refs = new LinkedHashSet<>();
        nodes.forEach(node -> refs.add(NodeRef.of(node.path())));
        FactsReader.Loaded facts = reader.read(Set.of(principal), refs, at);
        return nodes.stream().map(node -> held(node, facts.about(principal, NodeRef.of(node.path()))));
    }

    private static HeldNode held(Node node, Facts facts) {
        Set<Action> actions = new TreeSet<>();
        Access.of(facts).countingRoles().forEach(role -> actions.addAll(role.actionsOn(node.kind(), facts.settings())));
        Optional<Instant> until = actions.stream()
                .flatMap(permitted -> Decider.permittedUntil(permitted, facts).stream())
                .min(Instant::compareTo);
        return new HeldNode(node, actions, until);
    }
}
