package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.Decide;
import io.featureaccess.application.ListAccessible;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.DecisionApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@link DecisionApi} by the use cases. */
final class Decisions implements DecisionApi {

    private final Decide decide;
    private final Supplier<ListAccessible> listAccessible;
    private final Consumer<List<Question>> denied;

    /**
     * @param listAccessible made only where it is asked, which a single decision does not
     * @param denied told of what was denied
     */
    Decisions(Decide decide, Supplier<ListAccessible> listAccessible, Consumer<List<Question>> denied) {
        this.decide = decide;
        this.listAccessible = listAccessible;
        this.denied = denied;
    }

    @Override
    public List<Decision> decide(List<Question> questions) {
        return told(decide.decide(questions));
    }

    @Override
    public Map<NodeRef, PermittedActions> permitted(PrincipalId principal, Set<NodeRef> nodes) {
        return decide.permitted(principal, nodes);
    }

    @Override
    public List<Decision> decideFor(Caller caller, List<Question> questions) {
        return told(decide.decideFor(caller, questions));
    }

    private List<Decision> told(List<Decision> decisions) {
        denied.accept(denials(decisions));
        return decisions;
    }

    /** What was asked of those that are denials. */
    static List<Question> denials(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.permit())
                .map(Decision::question)
                .toList();
    }

    @Override
    public void denied(List<Question> questions) {
        denied.accept(questions);
    }

    @Override
    public Accessible accessible(PrincipalId principal, Optional<Action> action, Optional<NodeKind> kind, int limit) {
        ListAccessible.Found found = listAccessible.get().list(principal, action, kind, limit);
        return new Accessible(
                found.nodes().stream()
                        .map(held -> new AccessibleNode(held.node(), held.actions(), held.until()))
                        .toList(),
                found.more());
    }
}
