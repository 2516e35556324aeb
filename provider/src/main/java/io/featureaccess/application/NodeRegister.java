package io.featureaccess.application;

import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes nodes together with all that must never be there without them: resource, first owner, and record. */
public final class NodeRegister {

    private final Nodes nodes;
    private final Grants grants;
    private final AuthorizationResources resources;
    private final NodeViews views;
    private final AuditTrail trail;

    public NodeRegister(
            Nodes nodes, Grants grants, AuthorizationResources resources, NodeViews views, AuditTrail trail) {
        this.nodes = nodes;
        this.grants = grants;
        this.resources = resources;
        this.views = views;
        this.trail = trail;
    }

    /** @param parent what lies above, workspace first; empty above a workspace */
    NodeView add(Caller caller, Node node, List<Facts.NodeFacts> parent) {
        nodes.add(node, node.createdAt());
        Grant ownership = ownership(node);
        grants.add(List.of(ownership));
        resources.add(List.of(node));
        NodeView view = views.changed(caller, node, node.createdAt());
        AuditRow.Subject subject = subject(node, parent);
        Change created = Change.of(AuditChange.NODE_CREATED).on(subject).to(Snapshots.of(node));
        Change granted = Change.of(AuditChange.GRANT_ADDED).on(subject).to(Snapshots.of(ownership));
        trail.record(caller, List.of(created, view.creator().map(granted::about).orElse(granted)));
        return view;
    }

    /** Writes a change, unless nothing is different. */
    NodeView update(Caller caller, Node before, Node after, List<Facts.NodeFacts> lineage, Instant now) {
        if (!after.equals(before)) {
            nodes.update(after);
            trail.record(
                    caller,
                    Change.of(AuditChange.NODE_UPDATED)
                            .on(subject(after, lineage.subList(0, lineage.size() - 1), before))
                            .from(Snapshots.of(before))
                            .to(Snapshots.of(after)));
        }
        return views.changed(caller, after, now);
    }

    /** Removes the node and all below it, at that instant. */
    void remove(Caller caller, Node node, NodeGate.Entry entry, long below, Instant now, Instant reservedUntil) {
        resources.remove(nodes.subtree(node.id()));
        Ending ending = new Ending(Ending.Cause.NODE_DELETED, Optional.of(Actor.of(caller)), now, Optional.empty());
        nodes.delete(node.path(), reservedUntil, ending);
        Snapshot before = below == 0 ? Snapshots.of(node) : Snapshots.of(node).with("nodesBelow", below);
        trail.record(
                caller, Change.of(AuditChange.NODE_DELETED).on(entry.subject()).from(before));
    }

    private static Grant ownership(Node node) {
        return new Grant(
                GrantId.random(),
                GrantTarget.node(node.id()),
                node.createdBy(),
                Role.OWNER,
                GrantOrigin.DIRECT,
                Optional.empty(),
                Optional.empty(),
                node.createdBy(),
                node.createdAt());
    }

    /** Hidden if anything on the way is secret, or was so before a change: what was said then stays with the owners. */
    private static AuditRow.Subject subject(Node node, List<Facts.NodeFacts> above, Node... earlier) {
        boolean secret = node.traits().secret() || above.stream().anyMatch(Facts.NodeFacts::secret);
        for (Node once : earlier) {
            secret |= once.traits().secret();
        }
        return new AuditRow.Subject(node.id(), node.path(), secret);
    }
}
