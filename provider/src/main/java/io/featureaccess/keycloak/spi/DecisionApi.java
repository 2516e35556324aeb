package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decisions, and what a principal may access. */
public interface DecisionApi {

    /**
     * The decisions in the order of the questions, each as its own principal may read it; one SQL statement for all.
     *
     * @param questions of any number of principals about any number of nodes
     */
    List<Decision> decide(List<Question> questions);

    /**
     * What the principal may do to each of these nodes, without reasons; one SQL statement for all.
     *
     * @return by the nodes as they were asked for; missing are those on which nothing is permitted, and those that do not exist
     */
    Map<NodeRef, PermittedActions> permitted(PrincipalId principal, Set<NodeRef> nodes);

    /** Told by a door that makes its own answers of {@link #permitted}: what it denied, for a realm that records denials. */
    void denied(List<Question> questions);

    /**
     * The same as {@link #decide} for a caller who asks about somebody: about another principal that needs {@code view-access} on the node,
     * save for the resource server's own service account.
     */
    List<Decision> decideFor(Caller caller, List<Question> questions);

    /**
     * The nodes on which the principal's roles permit the action (any, if empty), in path order: neither what is merely seen
     * because it is unlocked, nor what admin powers open.
     *
     * @param limit how many at most
     */
    Accessible accessible(PrincipalId principal, Optional<Action> action, Optional<NodeKind> kind, int limit);

    /** @param more whether the limit left some out */
    record Accessible(List<AccessibleNode> nodes, boolean more) {}

    /**
     * @param actions those that the principal's roles permit there
     * @param until the first end of a grant that one of the actions relies on
     */
    record AccessibleNode(Node node, Set<Action> actions, Optional<Instant> until) {}
}
