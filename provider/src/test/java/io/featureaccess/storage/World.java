package io.featureaccess.storage;

import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A realm that is in a database and in memory: what storage answers can be compared with what plainly must be. */
final class World {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** How what goes with its node ends. */
    static final Ending DELETED = deletedAt(NOW);

    /** Display names that sort before and after the names, and one that is none to a search. */
    private static final Map<String, String> TITLES = Map.of("b", "A bee", "a-b", "B of a", "a0", "A0");

    private final TestDatabase database;
    private final People people;
    private final String adminRole;
    private final Map<String, Boolean> enabled = new LinkedHashMap<>();
    private final Map<String, String> groupPaths = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, Set<String>> memberships = new LinkedHashMap<>();
    private final Set<String> admins = new LinkedHashSet<>();
    private final Map<String, Node> nodes = new TreeMap<>();
    private final List<Grant> grants = new ArrayList<>();

    static Ending deletedAt(Instant at) {
        return new Ending(Ending.Cause.NODE_DELETED, Optional.empty(), at, Optional.empty());
    }

    World(TestDatabase database) {
        this.database = database;
        this.people = People.inNewRealm(database);
        this.adminRole = people.role("admin");
    }

    TestDatabase database() {
        return database;
    }

    People people() {
        return people;
    }

    String realm() {
        return people.realm();
    }

    String adminRole() {
        return adminRole;
    }

    PrincipalId user(String name) {
        String id = people.user(name);
        enabled.put(id, true);
        return new PrincipalId(id);
    }

    PrincipalId serviceAccount(String name) {
        String id = people.serviceAccount(name);
        enabled.put(id, true);
        return new PrincipalId(id);
    }

    PrincipalId group(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String id;
        if (slash == 0) {
            id = people.group(name);
        } else {
            String parent = groupPaths.entrySet().stream()
                    .filter(group -> group.getValue().equals(path.substring(0, slash)))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            id = people.subgroup(parent, name);
            parents.put(id, parent);
        }
        groupPaths.put(id, path);
        return new PrincipalId(id);
    }

    void join(PrincipalId member, PrincipalId group) {
        people.join(member.value(), group.value());
        memberships
                .computeIfAbsent(member.value(), any -> new LinkedHashSet<>())
                .add(group.value());
    }

    void disable(PrincipalId user) {
        people.enable(user.value(), false);
        enabled.put(user.value(), false);
    }

    /** A service account of a disabled client. */
    void disableClient(PrincipalId serviceAccount) {
        people.enableClientOf(serviceAccount.value(), false);
        enabled.put(serviceAccount.value(), false);
    }

    /** @param role the admin role itself, or one that contains it */
    void makeAdmin(PrincipalId id, String role) {
        if (groupPaths.containsKey(id.value())) {
            people.giveGroup(id.value(), role);
        } else {
            people.giveUser(id.value(), role);
        }
        admins.add(id.value());
    }

    Node workspace(String path, boolean locked, boolean viewersReadOffline) {
        return add(
                path, new NodeTraits.Workspace(WorkspaceKind.DEV, locked, new WorkspaceSettings(viewersReadOffline)));
    }

    Node project(String path, boolean secret, boolean locked) {
        return add(path, new NodeTraits.Project(secret, locked));
    }

    Node featureSet(String path, boolean secret) {
        return add(path, new NodeTraits.FeatureSet(secret, List.of()));
    }

    private Node add(String path, NodeTraits traits) {
        Node node = node(path, traits);
        database.runInTransaction(entities -> new SqlNodes(entities, realm()).add(node, NOW));
        nodes.put(path, node);
        return node;
    }

    static Node node(String path, NodeTraits traits) {
        NodePath parsed = NodePath.parse(path);
        String title = TITLES.getOrDefault(parsed.name(), parsed.name());
        return new Node(NodeId.random(), parsed, traits, title, "", new PrincipalId("maker"), NOW, 0);
    }

    Grant grant(PrincipalId principal, Role role, GrantTarget target, Optional<Instant> until) {
        Grant grant = newGrant(principal, role, target, until);
        database.runInTransaction(entities -> new SqlGrants(entities, realm()).add(List.of(grant)));
        grants.add(grant);
        return grant;
    }

    Grant grant(PrincipalId principal, Role role, Node node) {
        return grant(principal, role, GrantTarget.node(node.id()), Optional.empty());
    }

    static Grant newGrant(PrincipalId principal, Role role, GrantTarget target, Optional<Instant> until) {
        return new Grant(
                GrantId.random(),
                target,
                principal,
                role,
                GrantOrigin.DIRECT,
                until,
                Optional.of("because"),
                new PrincipalId("giver"),
                NOW.minus(1, ChronoUnit.DAYS));
    }

    /** In path order. */
    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Grant> grants() {
        return List.copyOf(grants);
    }

    Optional<Node> parentOf(Node node) {
        return node.path().parent().map(path -> nodes.get(path.toString()));
    }

    List<Node> lineage(Node node) {
        return node.path().lineage().stream()
                .map(path -> nodes.get(path.toString()))
                .toList();
    }

    /** Users, service accounts and groups. */
    Set<PrincipalId> principals() {
        Set<PrincipalId> all = new LinkedHashSet<>();
        enabled.keySet().forEach(id -> all.add(new PrincipalId(id)));
        groupPaths.keySet().forEach(id -> all.add(new PrincipalId(id)));
        return all;
    }

    boolean isEnabled(PrincipalId id) {
        return enabled.getOrDefault(id.value(), groupPaths.containsKey(id.value()));
    }

    boolean isAdmin(PrincipalId id) {
        return carriers(id).stream().anyMatch(admins::contains);
    }

    /** The principal, the groups it is in, and those they lie in. */
    Set<String> carriers(PrincipalId id) {
        Set<String> carriers = new LinkedHashSet<>();
        if (groupPaths.containsKey(id.value()) || enabled.containsKey(id.value())) {
            carriers.add(id.value());
            memberships.getOrDefault(id.value(), Set.of()).forEach(group -> addWithParents(carriers, group));
            addWithParents(carriers, id.value());
        }
        return carriers;
    }

    private void addWithParents(Set<String> carriers, String group) {
        for (String next = group; next != null; next = parents.get(next)) {
            carriers.add(next);
        }
    }

    Facts facts(PrincipalId principal, Node node) {
        List<Node> lineage = lineage(node);
        Set<String> carriers = carriers(principal);
        List<HeldRole> held = new ArrayList<>();
        for (Grant grant : grants) {
            if (carriers.contains(grant.principal().value())) {
                level(grant.target(), lineage).ifPresent(level -> held.add(held(principal, grant, level)));
            }
        }
        return new Facts(
                lineage.stream().map(World::facts).toList(),
                new Asker(isEnabled(principal), isAdmin(principal), false),
                held,
                ((NodeTraits.Workspace) lineage.get(0).traits()).settings(),
                NOW);
    }

    private static NodeFacts facts(Node node) {
        return new NodeFacts(
                node.id(), node.path(), node.traits().secret(), node.traits().locked());
    }

    private HeldRole held(PrincipalId principal, Grant grant, Level level) {
        Optional<String> via = grant.principal().equals(principal)
                ? Optional.empty()
                : Optional.of(groupPaths.get(grant.principal().value()));
        return new HeldRole(grant.id(), level, grant.role(), grant.expiresAt(), via);
    }

    private static Optional<Level> level(GrantTarget target, List<Node> lineage) {
        if (target instanceof GrantTarget.OnNode on) {
            return lineage.stream()
                    .filter(node -> node.id().equals(on.node()))
                    .map(node -> Level.of(node.kind()))
                    .findFirst();
        }
        return Optional.of(Level.ALL_WORKSPACES);
    }
}
