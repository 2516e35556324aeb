package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Makes a node; whoever makes it becomes its owner, by an ordinary grant. */
public final class CreateNode {

    private final NodeGate gate;
    private final FactsReader reader;
    private final NodeRegister register;
    private final Clock clock;

    public CreateNode(NodeGate gate, FactsReader reader, NodeRegister register, Clock clock) {
        this.gate = gate;
        this.reader = reader;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @throws DomainProblem {@code no-such-node} below a parent that the caller does not see; {@code forbidden} below one
     *     they see without the right, or for a live workspace by somebody who is no admin; {@code name-taken}
     */
    public NodeView create(Caller caller, NewNode wanted) {
        List<Facts.NodeFacts> parent = enter(caller, wanted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Node node = new Node(
                NodeId.random(),
                wanted.path(),
                wanted.traits(),
                wanted.displayName(),
                wanted.description(),
                caller.principal(),
                now,
                0);
        return register.add(caller, node, parent);
    }

    /** What lies above the new node, once it is known that the caller may put it there. */
    private List<Facts.NodeFacts> enter(Caller caller, NewNode wanted) {
        if (wanted.traits() instanceof NodeTraits.Workspace workspace) {
            requireMayCreate(caller, wanted.path(), workspace.workspaceKind());
            return List.of();
        }
        NodePath parent = wanted.path().parent().orElseThrow();
        Action needed = wanted.path().kind() == NodeKind.PROJECT ? Action.CREATE_PROJECT : Action.REGISTER_FEATURE_SET;
        return gate.change(caller, NodeRef.of(parent), needed).facts().lineage();
    }

    /** Tecton: anyone may create a development workspace, and only admins one that serves production. */
    private void requireMayCreate(Caller caller, NodePath path, WorkspaceKind kind) {
        NodeRef ref = NodeRef.of(path);
        Facts.Asker asker = reader.read(Set.of(caller.principal()), Set.of(ref), clock.instant())
                .about(caller.principal(), ref)
                .asker();
        if (!asker.enabled()) {
            throw DomainProblem.forbidden("this account is disabled");
        }
        if (kind == WorkspaceKind.LIVE && !asker.admin()) {
            throw DomainProblem.forbidden("only an admin creates a live workspace; anyone creates a dev workspace");
        }
    }
}
