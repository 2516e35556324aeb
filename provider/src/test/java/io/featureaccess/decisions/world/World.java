package io.featureaccess.decisions.world;

import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.DecisionFile.Project;
import io.featureaccess.decisions.DecisionFile.Workspace;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small realm in memory, from which facts are gathered as naively as possible: what a database must agree with. */
public final class World {

    /** Where a grant is made on all workspaces. */
    public static final String ALL_WORKSPACES = "all-workspaces";

    private final Map<NodePath, NodeFacts> nodes = new TreeMap<>();
    private final Map<NodePath, WorkspaceSettings> settings = new HashMap<>();
    private final Map<String, Asker> accounts = new HashMap<>();
    private final Map<String, Set<String>> groupsOf = new HashMap<>();
    private final List<Granted> grants = new ArrayList<>();

    private record Granted(GrantId id, String principal, Role role, String on, Optional<Instant> expiresAt) {}

    /** The world that a decision file describes. */
    public static World of(DecisionFile file, Instant now) {
        World world = new World();
        file.workspaces().forEach((name, workspace) -> add(world, name, workspace));
        file.accounts().forEach((reference, account) -> world.account(reference, account.enabled(), account.admin()));
        file.groups().keySet().forEach(world::group);
        file.groups().forEach((group, members) -> members.forEach(member -> world.member(member, group)));
        file.grants()
                .forEach(grant ->
                        world.grant(grant.principal(), Role.parse(grant.role()), grant.on(), grant.expires(now)));
        return world;
    }

    private static void add(World world, String path, Workspace workspace) {
        world.node(path, false, workspace.locked())
                .settings(path, new WorkspaceSettings(workspace.viewersReadOffline()));
        workspace.projects().forEach((name, project) -> add(world, path + "/" + name, project));
    }

    private static void add(World world, String path, Project project) {
        world.node(path, project.secret(), project.locked());
        project.featureSets().forEach((name, featureSet) -> world.node(path + "/" + name, featureSet.secret(), false));
    }

    /** @param path of a node whose ancestors are there already */
    public World node(String path, boolean secret, boolean locked) {
        NodePath parsed = NodePath.parse(path);
        parsed.parent().ifPresent(this::requireNode);
        nodes.put(parsed, new NodeFacts(new NodeId(path), parsed, secret, locked));
        return this;
    }

    public World settings(String workspace, WorkspaceSettings of) {
        settings.put(NodePath.parse(workspace), of);
        return this;
    }

    /** @param reference of a user or a service account */
    public World account(String reference, boolean enabled, boolean admin) {
        accounts.put(reference, new Asker(enabled, admin, false));
        return this;
    }

    /** @param path of a group, whose parents are what its path says */
    public World group(String path) {
        String reference = "group:" + path;
        accounts.put(reference, new Asker(true, false, false));
        String parent = path.substring(0, path.lastIndexOf('/'));
        groupsOf.put(reference, parent.isEmpty() ? Set.of() : Set.of("group:" + parent));
        return this;
    }

    public World member(String reference, String group) {
        requireAccount(reference);
        requireAccount("group:" + group);
        groupsOf.computeIfAbsent(reference, any -> new LinkedHashSet<>()).add("group:" + group);
        return this;
    }

    /** @param on a path, or {@link #ALL_WORKSPACES} */
    public World grant(String principal, Role role, String on, Optional<Instant> expiresAt) {
        requireAccount(principal);
        if (!on.equals(ALL_WORKSPACES)) {
            requireNode(NodePath.parse(on));
        }
        grants.add(new Granted(new GrantId("grant-" + grants.size()), principal, role, on, expiresAt));
        return this;
    }

    /** Every node, in path order. */
    public List<NodePath> nodes() {
        return List.copyOf(nodes.keySet());
    }

    /** What there is to know about this principal and this node; both may be unknown. */
    public Facts facts(String principal, NodePath path, Instant at) {
        Asker asker = accounts.getOrDefault(principal, Asker.UNKNOWN);
        if (!nodes.containsKey(path)) {
            return new Facts(List.of(), asker, List.of(), WorkspaceSettings.DEFAULT, at);
        }
        List<NodeFacts> lineage = path.lineage().stream().map(nodes::get).toList();
        List<HeldRole> held = new ArrayList<>();
        for (Granted grant : grants) {
            if (identities(principal).contains(grant.principal())) {
                level(grant.on(), path).ifPresent(level -> held.add(held(grant, level, principal)));
            }
        }
        WorkspaceSettings ofWorkspace = settings.getOrDefault(path.lineage().get(0), WorkspaceSettings.DEFAULT);
        return new Facts(lineage, asker, held, ofWorkspace, at);
    }

    /** The principal, the groups it is in, the groups those are in, and so on. */
    private Set<String> identities(String principal) {
        Set<String> found = new LinkedHashSet<>(Set.of(principal));
        groupsOf.getOrDefault(principal, Set.of()).forEach(group -> found.addAll(identities(group)));
        return found;
    }

    private static Optional<Level> level(String on, NodePath asked) {
        if (on.equals(ALL_WORKSPACES)) {
            return Optional.of(Level.ALL_WORKSPACES);
        }
        NodePath path = NodePath.parse(on);
        return asked.lineage().contains(path) ? Optional.of(Level.of(path.kind())) : Optional.empty();
    }

    private static HeldRole held(Granted grant, Level level, String asker) {
        Optional<String> via = grant.principal().equals(asker)
                ? Optional.empty()
                : Optional.of(grant.principal().substring("group:".length()));
        return new HeldRole(grant.id(), level, grant.role(), grant.expiresAt(), via);
    }

    private void requireNode(NodePath path) {
        if (!nodes.containsKey(path)) {
            throw new IllegalArgumentException("there is no node " + path + " in this world");
        }
    }

    private void requireAccount(String reference) {
        if (!accounts.containsKey(reference)) {
            throw new IllegalArgumentException("there is no principal " + reference + " in this world");
        }
    }
}
