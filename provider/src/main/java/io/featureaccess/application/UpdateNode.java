package io.featureaccess.application;

import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.time.Clock;

/** Changes what a node says about itself, or who may see it. */
public final class UpdateNode {

    private final NodeGate gate;
    private final Nodes nodes;
    private final NodeRegister register;
    private final Clock clock;

    public UpdateNode(NodeGate gate, Nodes nodes, NodeRegister register, Clock clock) {
        this.gate = gate;
        this.nodes = nodes;
        this.register = register;
        this.clock = clock;
    }

    /**
     * What two callers change at once is all changed, in turn.
     *
     * @return the node after the change, also where the change hid it from the caller
     * @throws DomainProblem {@code no-such-node}; {@code forbidden} without {@code update} for names and descriptions, or
     *     without {@code manage-access} for the rest; {@code unknown-field} for what its kind does not have
     */
    public NodeView update(Caller caller, NodeRef ref, NodeChange change) {
        NodeGate.Entry entry = gate.change(caller, ref, Action.VIEW);
        if (change.describes()) {
            entry.require(Action.UPDATE);
        }
        if (change.governs()) {
            entry.require(Action.MANAGE_ACCESS);
        }
        Node before = nodes.lock(NodeRef.of(entry.node().id())).orElseThrow(DomainProblem::noSuchNode);
        Node after = change.appliedTo(before);
        return register.update(caller, before, after, entry.facts().lineage(), clock.instant());
    }
}
