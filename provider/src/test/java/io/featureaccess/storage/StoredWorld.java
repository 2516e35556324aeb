package io.featureaccess.storage;

import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.DecisionFile.Project;
import io.featureaccess.decisions.DecisionFile.Workspace;
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
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world of a decision file, in the tables of a new realm. */
final class StoredWorld {

    private final People people;
    private final Instant now;
    private final String adminRole;
    private final Map<String, PrincipalId> principals = new LinkedHashMap<>();
    private final Map<String, NodeId> nodes = new LinkedHashMap<>();

    private StoredWorld(TestDatabase database, Instant now) {
        this.people = People.inNewRealm(database);
        this.now = now;
        this.adminRole = people.role("admin");
    }

    static StoredWorld of(TestDatabase database, DecisionFile file, Instant now) {
        StoredWorld world = new StoredWorld(database, now);
        world.storePeople(file);
        database.runInTransaction(entities -> {
            world.storeNodes(file, new SqlNodes(entities, world.realm()));
            world.storeGrants(file, new SqlGrants(entities, world.realm()));
        });
        return world;
    }

    String realm() {
        return people.realm();
    }

    /** Users, service accounts and groups by reference. */
    Map<String, PrincipalId> principals() {
        return principals;
    }

    SqlFactsReader facts(EntityManager entities) {
        return new SqlFactsReader(entities, realm(), adminRole);
    }

    SqlNodeLists lists(EntityManager entities) {
        return new SqlNodeLists(entities, realm(), adminRole);
    }

    NodeId nodeId(NodePath path) {
        return nodes.get(path.toString());
    }

    private void storePeople(DecisionFile file) {
        file.accounts().forEach((reference, account) -> {
            String name = reference.substring(reference.indexOf(':') + 1);
            String id = reference.startsWith("user:") ? people.user(name) : people.serviceAccount(name);
            people.enable(id, account.enabled());
            if (account.admin()) {
                people.giveUser(id, adminRole);
            }
            principals.put(reference, new PrincipalId(id));
        });
        Map<String, String> groups = new LinkedHashMap<>();
        file.groups().forEach((path, members) -> {
            int slash = path.lastIndexOf('/');
            String name = path.substring(slash + 1);
            String id = slash == 0 ? people.group(name) : people.subgroup(groups.get(path.substring(0, slash)), name);
            groups.put(path, id);
            principals.put("group:" + path, new PrincipalId(id));
            members.forEach(member -> people.join(principals.get(member).value(), id));
        });
    }

    private void storeNodes(DecisionFile file, SqlNodes stored) {
        file.workspaces().forEach((name, workspace) -> {
            add(stored, name, traits(workspace));
            workspace.projects().forEach((project, traits) -> {
                String path = name + "/" + project;
                add(stored, path, traits(traits));
                traits.featureSets()
                        .forEach((featureSet, flags) -> add(
                                stored, path + "/" + featureSet, new NodeTraits.FeatureSet(flags.secret(), List.of())));
            });
        });
    }

    private static NodeTraits traits(Workspace workspace) {
        return new NodeTraits.Workspace(
                WorkspaceKind.parse(workspace.kind()),
                workspace.locked(),
                new WorkspaceSettings(workspace.viewersReadOffline()));
    }

    private static NodeTraits traits(Project project) {
        return new NodeTraits.Project(project.secret(), project.locked());
    }

    private void add(SqlNodes stored, String path, NodeTraits traits) {
        NodeId id = NodeId.random();
        nodes.put(path, id);
        stored.add(new Node(id, NodePath.parse(path), traits, path, "", new PrincipalId("somebody"), now, 0), now);
    }

    private void storeGrants(DecisionFile file, SqlGrants stored) {
        stored.add(file.grants().stream()
                .map(grant -> new Grant(
                        GrantId.random(),
                        target(grant.on()),
                        principals.get(grant.principal()),
                        Role.parse(grant.role()),
                        GrantOrigin.DIRECT,
                        grant.expires(now),
                        Optional.empty(),
                        new PrincipalId("somebody"),
                        now))
                .toList());
    }

    private GrantTarget target(String on) {
        return nodes.containsKey(on) ? GrantTarget.node(nodes.get(on)) : GrantTarget.allWorkspaces();
    }
}
