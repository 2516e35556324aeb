package io.featureaccess.application;

import io.featureaccess.application.NodeGate.Entry;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.decision.Decider;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers questions from facts that are read at that moment, by one statement for all of them. */
public final class Decide {

    private static final FactsReader.Loaded NOTHING = (principal, node) -> {
        throw new IllegalArgumentException("nothing was read");
    };

    private final FactsReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    public Decide(FactsReader reader, AuditTrail trail, Clock clock) {
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** The decisions in the order of the questions, each as its own principal may read it. */
    public List<Decision> decide(List<Question> questions) {
        FactsReader.Loaded facts = read(questions, principalsOf(questions));
        return questions.stream()
                .map(question -> Decider.decide(question, facts.about(question.principal(), question.node())))
                .toList();
    }

    /** What is permitted on each of the nodes; those on which nothing is are missing, whether or not they exist. */
    public Map<NodeRef, PermittedActions> permitted(PrincipalId principal, Set<NodeRef> nodes) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        FactsReader.Loaded facts = reader.read(Set.of(principal), nodes, clock.instant());
        Map<NodeRef, PermittedActions> permitted = new HashMap<>();
        for (NodeRef node : nodes) {
            PermittedActions.of(facts.about(principal, node)).ifPresent(found -> permitted.put(node, found));
        }
        return permitted;
    }

    /**
     * The decisions as the caller may read them. The resource server asks on behalf of whoever it asks about, so it reads
     * what they would read. An admin who breaks the glass reads about secret nodes too, and each that it showed goes on
     * record.
     *
     * @throws DomainProblem {@code forbidden} where the caller asks about somebody else on a node that it sees without
     *     {@code view-access}
     */
    public List<Decision> decideFor(Caller caller, List<Question> questions) {
        if (caller.resourceServer()) {
            return decide(questions);
        }
        Set<PrincipalId> principals = principalsOf(questions);
        principals.add(caller.principal());
        FactsReader.Loaded facts = read(questions, principals);
        Map<NodeRef, Entry> entries = new LinkedHashMap<>();
        questions.forEach(question -> entries.computeIfAbsent(
                question.node(), node -> NodeGate.through(caller, facts.about(caller.principal(), node))));
        List<Decision> decisions = questions.stream()
                .map(question -> decideFor(caller, question, entries.get(question.node()), facts))
                .toList();
        trail.record(
                caller,
                entries.values().stream()
                        .filter(Entry::throughGlass)
                        .map(entry -> NodeGate.lookThrough(caller, entry))
                        .toList());
        return decisions;
    }

    private static Decision decideFor(Caller caller, Question question, Entry entry, FactsReader.Loaded facts) {
        if (question.principal().equals(caller.principal())) {
            return Decider.decide(question, entry.facts());
        }
        if (!entry.access().sees()) {
            return Decision.noSuchNode(question);
        }
        if (!entry.access().actions().contains(Action.VIEW_ACCESS)) {
            throw DomainProblem.forbidden("to ask what others may do to a node needs 'view-access' on it");
        }
        return Decider.decide(question, facts.about(question.principal(), question.node()), true);
    }

    private FactsReader.Loaded read(List<Question> questions, Set<PrincipalId> principals) {
        if (questions.isEmpty()) {
            return NOTHING;
        }
        Set<NodeRef> nodes = new LinkedHashSet<>();
        questions.forEach(question -> nodes.add(question.node()));
        return reader.read(principals, nodes, clock.instant());
    }

    private static Set<PrincipalId> principalsOf(List<Question> questions) {
        Set<PrincipalId> principals = new LinkedHashSet<>();
        questions.forEach(question -> principals.add(question.principal()));
        return principals;
    }
}
