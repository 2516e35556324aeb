package io.featureaccess.application.fake;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One realm in memory: its people, nodes, grants and record, and the ports that use cases see of it. */
public final class FakeRealm {

    private final FakeClock clock = new FakeClock();
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeNodes nodes = new FakeNodes();
    private final FakeGrants grants = new FakeGrants(this);
    private final FakeFacts facts = new FakeFacts(this);
    private final FakeNodeLists lists = new FakeNodeLists(this);
    private final FakeAuditLog auditLog = new FakeAuditLog();
    private final FakeResources resources = new FakeResources();
    private final List<AuditRow> notices = new ArrayList<>();

    public FakeClock clock() {
        return clock;
    }

    public FakeDirectory directory() {
        return directory;
    }

    public FakeNodes nodes() {
        return nodes;
    }

    public FakeGrants grants() {
        return grants;
    }

    public FakeFacts facts() {
        return facts;
    }

    public FakeNodeLists lists() {
        return lists;
    }

    public FakeAuditLog auditLog() {
        return auditLog;
    }

    public FakeResources resources() {
        return resources;
    }

    public ChangeNotices notices() {
        return notices::addAll;
    }

    /** What was told beside the record. */
    public List<AuditRow> told() {
        return List.copyOf(notices);
    }

    public AuditTrail trail() {
        return new AuditTrail(auditLog, notices(), clock);
    }

    public NodeGate gate() {
        return new NodeGate(facts, trail(), clock);
    }

    /** A user of that name, made at the first mention. */
    public Principal user(String name) {
        return directory.principal(PrincipalType.USER, name);
    }

    public Principal serviceAccount(String name) {
        return directory.principal(PrincipalType.SERVICE_ACCOUNT, name);
    }

    /** A group of that path, made at the first mention, with its parents. */
    public Principal group(String path) {
        return directory.group(path);
    }

    public Principal admin(String name) {
        Principal user = user(name);
        directory.makeAdmin(user.id());
        return user;
    }

    /** The user as a caller. */
    public Caller caller(String name) {
        return new Caller(user(name).id(), name, false, Optional.empty(), "192.0.2.1");
    }

    /** The user as a caller who breaks the glass. */
    public Caller breakingGlass(String name, String reason) {
        return new Caller(user(name).id(), name, false, Optional.of(reason), "192.0.2.1");
    }

    /** A locked development workspace, if the path has one segment; otherwise an open project or feature set. */
    public Node node(String path) {
        NodePath parsed = NodePath.parse(path);
        return switch (parsed.kind()) {
            case WORKSPACE -> node(path, new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT));
            case PROJECT -> node(path, new NodeTraits.Project(false, false));
            case FEATURE_SET -> node(path, new NodeTraits.FeatureSet(false, List.of()));
        };
    }

    public Node secret(String path) {
        return switch (NodePath.parse(path).kind()) {
            case WORKSPACE -> throw new IllegalArgumentException("no workspace is secret");
            case PROJECT -> node(path, new NodeTraits.Project(true, false));
            case FEATURE_SET -> node(path, new NodeTraits.FeatureSet(true, List.of()));
        };
    }

    /** A node that nobody owns, made by somebody who is gone. */
    public Node node(String path, NodeTraits traits) {
        NodePath parsed = NodePath.parse(path);
        Node node = new Node(
                NodeId.random(), parsed, traits, parsed.name(), "", new PrincipalId("gone"), clock.instant(), 0);
        nodes.add(node, clock.instant());
        return node;
    }

    public Node at(String path) {
        return nodes.find(NodeRef.of(NodePath.parse(path))).orElseThrow();
    }

    /** A grant without an end on a node. */
    public Grant grant(Principal principal, Role role, String path) {
        return grant(principal, role, GrantTarget.node(at(path).id()), Optional.empty());
    }

    public Grant grantOnAllWorkspaces(Principal principal, Role role) {
        return grant(principal, role, GrantTarget.allWorkspaces(), Optional.empty());
    }

    public Grant grant(Principal principal, Role role, GrantTarget target, Optional<Instant> expiresAt) {
        Grant grant = new Grant(
                GrantId.random(),
                target,
                principal.id(),
                role,
                GrantOrigin.DIRECT,
                expiresAt,
                Optional.empty(),
                new PrincipalId("gone"),
                clock.instant());
        grants.add(List.of(grant));
        return grant;
    }

    /** A grant goes as with its user: nobody says why. */
    public void takenByNobody(Grant grant) {
        grants.remove(Set.of(grant.id()), byNobody());
    }

    public Ending byNobody() {
        return new Ending(Ending.Cause.REVOKED, Optional.empty(), clock.instant(), Optional.empty());
    }

    /** Those by whom the principal may hold something: itself, its groups, and the groups those lie in, with their paths. */
    Map<PrincipalId, Optional<String>> carriers(PrincipalId id) {
        Map<PrincipalId, Optional<String>> carriers = new LinkedHashMap<>();
        carriers.put(id, Optional.empty());
        directory.groupsAbove(id).forEach(group -> carriers.put(group.id(), Optional.of(group.name())));
        return carriers;
    }

    /** The node and those above it, the workspace first. */
    List<Node> lineage(Node node) {
        return node.path().lineage().stream()
                .map(path -> nodes.find(NodeRef.of(path)).orElseThrow())
                .toList();
    }

    /** All-workspaces, and the node and what lies above it. */
    Set<GrantTarget> targetsAbove(Node node) {
        Set<GrantTarget> targets = new LinkedHashSet<>();
        targets.add(GrantTarget.allWorkspaces());
        lineage(node).forEach(one -> targets.add(GrantTarget.node(one.id())));
        return targets;
    }
}
