package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.util.Optional;

/** Lets callers to the places where grants are, and keeps others out of them while something is changed. */
public final class GrantSites {

    private final NodeGate gate;
    private final Nodes nodes;
    private final Grants grants;
    private final Directory directory;

    public GrantSites(NodeGate gate, Nodes nodes, Grants grants, Directory directory) {
        this.gate = gate;
        this.nodes = nodes;
        this.grants = grants;
        this.directory = directory;
    }

    /**
     * A place that the caller was let to.
     *
     * @param node the caller at the node; empty for all workspaces
     * @param admin whether the caller is an admin
     */
    public record Site(GrantTarget target, Optional<NodeGate.Entry> node, boolean admin) {

        static Site of(NodeGate.Entry entry) {
            return new Site(GrantTarget.node(entry.node().id()), Optional.of(entry), entry.admin());
        }

        static Site allWorkspaces() {
            return new Site(GrantTarget.allWorkspaces(), Optional.empty(), true);
        }

        public Optional<NodePath> path() {
            return node.map(entry -> entry.node().path());
        }

        public Optional<NodeKind> kind() {
            return path().map(NodePath::kind);
        }

        public Optional<AuditRow.Subject> subject() {
            return node.map(NodeGate.Entry::subject);
        }
    }

    /** @throws DomainProblem {@code no-such-node}, {@code forbidden} */
    Site toLook(Caller caller, GrantPlace place) {
        if (place instanceof GrantPlace.OnNode onNode) {
            return Site.of(gate.look(caller, onNode.node(), Action.VIEW_ACCESS));
        }
        requireAdmin(caller);
        return Site.allWorkspaces();
    }

    /**
     * Locks the place until the transaction ends, and judges the caller by what holds then: of two owners who take each
     * other's role at once, the second is no owner any more.
     *
     * @throws DomainProblem {@code no-such-node}, {@code forbidden}
     */
    public Site toChange(Caller caller, GrantPlace place) {
        if (place instanceof GrantPlace.OnNode onNode) {
            return toChange(caller, onNode.node());
        }
        requireAdmin(caller);
        grants.lockAllWorkspaces();
        requireAdmin(caller);
        return Site.allWorkspaces();
    }

    private Site toChange(Caller caller, NodeRef ref) {
        NodeGate.Entry before = gate.change(caller, ref, Action.MANAGE_ACCESS);
        if (before.node().kind() == NodeKind.WORKSPACE) {
            // A workspace's last owner may be one of all workspaces: neither may go while the other is going.
            grants.lockAllWorkspaces();
        }
        nodes.lock(NodeRef.of(before.node().id())).orElseThrow(DomainProblem::noSuchNode);
        return Site.of(gate.change(caller, ref, Action.MANAGE_ACCESS));
    }

    /**
     * Locks a node that the caller sees until the transaction ends, to ask for a role there or to take that back.
     *
     * @throws DomainProblem {@code no-such-node}
     */
    public NodeGate.Entry toAsk(Caller caller, NodeRef ref) {
        NodeGate.Entry before = gate.change(caller, ref, Action.VIEW);
        nodes.lock(NodeRef.of(before.node().id())).orElseThrow(DomainProblem::noSuchNode);
        return gate.change(caller, ref, Action.VIEW);
    }

    private void requireAdmin(Caller caller) {
        if (!directory.isAdmin(caller.principal())) {
            throw DomainProblem.forbidden("grants on all workspaces are for admins");
        }
    }
}
