package io.featureaccess.application;

import io.featureaccess.application.port.Nodes;
import io.featureaccess.application.port.TokenLifespans;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.time.Instant;

/**
 * Deletes a node. Whoever may do that owns it, and so owns and sees all that lies below: how much that is, is no secret to
 * them.
 */
public final class DeleteNode {

    private final NodeGate gate;
    private final Nodes nodes;
    private final NodeRegister register;
    private final TokenLifespans lifespans;
    private final Clock clock;

    public DeleteNode(NodeGate gate, Nodes nodes, NodeRegister register, TokenLifespans lifespans, Clock clock) {
        this.gate = gate;
        this.nodes = nodes;
        this.register = register;
        this.lifespans = lifespans;
        this.clock = clock;
    }

    /**
     * @param recursive whether what lies below goes too
     * @throws DomainProblem {@code no-such-node}; {@code forbidden}; {@code not-empty} unless recursive
     */
    public void delete(Caller caller, NodeRef ref, boolean recursive) {
        NodeGate.Entry entry = gate.change(caller, ref, Action.DELETE);
        Node node = nodes.lock(NodeRef.of(entry.node().id())).orElseThrow(DomainProblem::noSuchNode);
        long below = nodes.countBelow(node.id());
        if (below > 0 && !recursive) {
            throw DomainProblem.of(
                    ProblemCode.NOT_EMPTY,
                    "there is something below this node (" + below + "): '?recursive=true' deletes it too");
        }
        Instant now = clock.instant();
        // No other node may have its path for as long as a token may still name it.
        register.remove(caller, node, entry, below, now, now.plus(lifespans.longest()));
    }
}
