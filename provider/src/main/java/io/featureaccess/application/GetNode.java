package io.featureaccess.application;

import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.time.Clock;

/** Shows one node. */
public final class GetNode {

    private final NodeGate gate;
    private final Nodes nodes;
    private final NodeViews views;
    private final Clock clock;

    public GetNode(NodeGate gate, Nodes nodes, NodeViews views, Clock clock) {
        this.gate = gate;
        this.nodes = nodes;
        this.views = views;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code no-such-node} unless the caller sees it */
    public NodeView get(Caller caller, NodeRef ref) {
        NodeGate.Entry entry = gate.look(caller, ref, Action.VIEW);
        // By id: were the path deleted and made anew meanwhile, this must not be another node.
        Node node = nodes.find(NodeRef.of(entry.node().id())).orElseThrow(DomainProblem::noSuchNode);
        return views.view(node, entry.access(), clock.instant());
    }
}
