package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.DecisionApi;
import io.featureaccess.keycloak.spi.DecisionApi.Accessible;
import io.featureaccess.keycloak.spi.DecisionApi.AccessibleNode;
import io.featureaccess.keycloak.uma.Asked.EveryNode;
import io.featureaccess.keycloak.uma.Asked.OneNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for the decisions that a UMA request needs: once for all nodes that it names, and once for each way in which it
 * asks for every node. An ordinary request names nodes or asks for every node, so that it costs one statement.
 */
final class UmaDecision {

    private final DecisionApi decisions;
    private final PrincipalId principal;

    UmaDecision(DecisionApi decisions, PrincipalId principal) {
        this.decisions = decisions;
        this.principal = principal;
    }

    /**
     * Everything permitted of what is asked for now and what an earlier RPT held, in the order asked; in path order if it
     * asks for every node.
     *
     * @param limit how many nodes the caller will use, the first in path order
     * @param most how many nodes a request for every node may give where it sets no limit itself
     * @throws DomainProblem {@code too-many}
     */
    Permitted decide(List<Asked> asked, List<Asked> earlier, OptionalInt limit, int most) {
        Permitted permitted = new Permitted();
        addNamed(Stream.concat(asked.stream(), earlier.stream()).toList(), permitted);
        List<EveryNode> everies = asked.stream()
                .filter(EveryNode.class::isInstance)
                .map(EveryNode.class::cast)
                .distinct()
                .toList();
        everies.forEach(every -> addEvery(every, limit, most, permitted));
        if (everies.isEmpty()) {
            return permitted;
        }
        if (limit.isEmpty() && permitted.size() > most) {
            throw tooMany(most);
        }
        return permitted.first(permitted.size());
    }

    private void addNamed(List<Asked> asked, Permitted permitted) {
        Set<NodeRef> nodes = new LinkedHashSet<>();
        named(asked).forEach(one -> nodes.add(one.node().orElseThrow()));
        if (nodes.isEmpty()) {
            return;
        }
        Map<NodeRef, PermittedActions> found = decisions.permitted(principal, nodes);
        List<Question> denied = denied(asked, found);
        if (!denied.isEmpty()) {
            decisions.denied(denied);
        }
        named(asked)
                .filter(one -> found.containsKey(one.node().orElseThrow()))
                .forEach(one -> permitted.add(entry(found.get(one.node().orElseThrow()), one.actions())));
    }

    private List<Question> denied(List<Asked> asked, Map<NodeRef, PermittedActions> found) {
        return named(asked)
                .flatMap(one -> denied(one, found.get(one.node().orElseThrow())))
                .toList();
    }

    /** Who asks for all that they may do is denied something only if that is nothing. */
    private Stream<Question> denied(OneNode one, PermittedActions found) {
        boolean whatever = one.actions().size() == Action.values().length;
        return (whatever ? EnumSet.of(Action.VIEW) : one.actions())
                .stream()
                        .filter(action -> !whatever || found == null)
                        .filter(action -> found == null || !found.actions().contains(action))
                        .map(action ->
                                new Question(principal, action, one.node().orElseThrow()));
    }

    private static Stream<OneNode> named(List<Asked> asked) {
        return asked.stream()
                .filter(OneNode.class::isInstance)
                .map(OneNode.class::cast)
                .filter(one -> one.node().isPresent());
    }

    private static Permitted.Entry entry(PermittedActions found, Set<Action> asked) {
        Set<Action> actions = EnumSet.copyOf(asked);
        actions.retainAll(found.actions());
        return new Permitted.Entry(found.node().id(), found.node().path(), actions, found.until(actions));
    }

    private void addEvery(EveryNode every, OptionalInt limit, int most, Permitted permitted) {
        int wanted = limit.orElse(most);
        if (wanted <= 0) {
            return;
        }
        for (Optional<Action> action : every.separately()) {
            Accessible accessible = decisions.accessible(principal, action, every.kind(), wanted);
            if (accessible.more() && limit.isEmpty()) {
                throw tooMany(most);
            }
            accessible.nodes().forEach(found -> permitted.add(entry(found, every.actions())));
        }
    }

    private static Permitted.Entry entry(AccessibleNode found, Set<Action> asked) {
        Set<Action> actions = EnumSet.copyOf(asked);
        actions.retainAll(found.actions());
        return new Permitted.Entry(found.node().id(), found.node().path(), actions, found.until());
    }

    private static DomainProblem tooMany(int most) {
        return DomainProblem.of(
                ProblemCode.TOO_MANY,
                "permission",
                "more than " + most + " nodes are accessible: name some, or set response_permissions_limit");
    }
}
