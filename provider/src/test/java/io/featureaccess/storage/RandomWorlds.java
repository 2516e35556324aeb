package io.featureaccess.storage;

import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.DecisionFile.Account;
import io.featureaccess.decisions.DecisionFile.FeatureSet;
import io.featureaccess.decisions.DecisionFile.Grant;
import io.featureaccess.decisions.DecisionFile.Project;
import io.featureaccess.decisions.DecisionFile.Workspace;
import io.featureaccess.domain.role.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small worlds with every flag, group, role and end in arbitrary combination; the same seed gives the same world. */
final class RandomWorlds {

    private static final List<String> ENDS = List.of("2 hours ago", "now", "in 2 hours");
    private static final List<String> GROUPS = List.of("/a", "/a/b", "/a/b/c", "/d", "/d/b");

    private final Random random;

    RandomWorlds(long seed) {
        this.random = new Random(seed);
    }

    DecisionFile next() {
        Map<String, Workspace> workspaces = new LinkedHashMap<>();
        workspaces.put("v", workspace());
        workspaces.put("w", workspace());
        Map<String, Account> users = new LinkedHashMap<>();
        List.of("ann", "bob", "cid").forEach(name -> users.put(name, account()));
        Map<String, Account> services = Map.of("job", account());
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> people = List.of("user:ann", "user:bob", "user:cid", "service-account:job");
        GROUPS.forEach(group ->
                groups.put(group, people.stream().filter(person -> oneIn(4)).toList()));
        DecisionFile nodes = file(workspaces, users, services, groups, List.of());
        return file(workspaces, users, services, groups, grants(nodes, people));
    }

    private List<Grant> grants(DecisionFile world, List<String> people) {
        List<String> targets = new ArrayList<>(world.nodes());
        targets.add("all-workspaces");
        List<String> holders = new ArrayList<>(people);
        GROUPS.forEach(group -> holders.add("group:" + group));
        Map<String, Grant> grants = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            String role = oneOf(List.of(Role.values())).id();
            String until = oneIn(3) ? oneOf(ENDS) : null;
            Grant grant = new Grant(oneOf(holders), role, oneOf(targets), until);
            grants.put(grant.principal() + grant.role() + grant.on(), grant);
        }
        return List.copyOf(grants.values());
    }

    private Workspace workspace() {
        Map<String, Project> projects = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            Map<String, FeatureSet> featureSets = new LinkedHashMap<>();
            featureSets.put("f", new FeatureSet(oneIn(3)));
            featureSets.put("g", new FeatureSet(oneIn(3)));
            projects.put("p" + i, new Project(oneIn(3), oneIn(3), featureSets));
        }
        return new Workspace("dev", oneIn(2), oneIn(2), projects);
    }

    private Account account() {
        return new Account(!oneIn(6), oneIn(4));
    }

    private static DecisionFile file(
            Map<String, Workspace> workspaces,
            Map<String, Account> users,
            Map<String, Account> services,
            Map<String, List<String>> groups,
            List<Grant> grants) {
        return new DecisionFile("random", "", workspaces, users, services, groups, grants, null, null, null);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
