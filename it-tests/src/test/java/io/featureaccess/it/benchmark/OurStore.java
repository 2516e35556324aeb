package io.featureaccess.it.benchmark;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Feature sets of this extension, in projects; Alice has fifty grants, on a project and each of its feature sets. */
final class OurStore extends Store {

    private static final String ADMIN = "root";
    private static final int PROJECT_SIZE = 500;

    OurStore(TestRealm realm, int size) {
        super(realm, size);
    }

    @Override
    void seed() {
        realm().directory().user(ADMIN);
        realm().directory().clientRole(ADMIN, TestRealm.RESOURCE_SERVER, "admin");
        FeatureAccessApi api = realm().as(ADMIN).with("Content-Type", "application/x-ndjson");
        api.post("import", String.join("\n", lines())).expect(200);
    }

    /** As an export has them: each node, and then the grants on it. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("{'type':'header','format':'feature-access','version':1}");
        lines.add("{'type':'node','path':'store','workspaceKind':'dev'}");
        lines.add(grant("store", BOB, "consumer"));
        String project = "";
        for (int featureSet = 0; featureSet < size(); featureSet++) {
            if (!project(featureSet).equals(project)) {
                project = project(featureSet);
                lines.add(node(project));
                if (featureSet == 0) {
                    lines.add(grant(project, ALICE, "data-reader"));
                }
            }
            lines.add(node(name(featureSet)));
            if (featureSet < ALICES) {
                lines.add(grant(name(featureSet), ALICE, "data-reader"));
            }
        }
        long nodes =
                lines.stream().filter(line -> line.contains("'node','path'")).count();
        long grants = lines.stream().filter(line -> line.contains("'grant'")).count();
        lines.add("{'type':'end','nodes':%d,'grants':%d}".formatted(nodes, grants));
        return lines.stream().map(line -> line.replace('\'', '"')).toList();
    }

    private static String node(String path) {
        return "{'type':'node','path':'" + path + "'}";
    }

    private static String grant(String node, String user, String role) {
        return "{'type':'grant','node':'%s','principal':'user:%s','role':'%s'}".formatted(node, user, role);
    }

    /** Alice's feature sets are a project of their own. */
    private static String project(int featureSet) {
        return "store/p" + (featureSet < ALICES ? 0 : 1 + (featureSet - ALICES) / PROJECT_SIZE);
    }

    @Override
    String audience() {
        return TestRealm.RESOURCE_SERVER;
    }

    @Override
    String name(int featureSet) {
        return project(featureSet) + "/f" + featureSet;
    }

    Answer ownDecision(String user, int featureSet) {
        Map<String, String> check = Map.of("action", "read-online", "node", name(featureSet));
        return api(user).post("decisions", Map.of("checks", List.of(check))).expect(200);
    }

    Answer page(String user) {
        String featureSets = NodeAddress.of(name(ALICES)).siblings();
        Answer page = api(user).get(featureSets + "?max=100").expect(200);
        if (Json.parse(page.body()).path("items").size() != 100) {
            throw new AssertionError("a full page was asked for: " + page);
        }
        return page;
    }

    private FeatureAccessApi api(String user) {
        return realm().api(token(user));
    }
}
