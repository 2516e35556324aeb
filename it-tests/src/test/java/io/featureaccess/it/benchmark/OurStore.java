package io.featureaccess.it.benchmark;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Feature sets of this extension, in projects; Alice has fifty grants, on a project and each of its feature sets. */
final class OurStore extends Store {

    static final String ADMIN = "root";
    /** Owns one project, and answers what is asked for there. */
    static final String CAROL = "carol";

    /** Owns the workspace. */
    static final String WALT = "walt";
    /** Owns each feature set on which requests wait, by a grant of its own, as a pipeline that made them all. */
    static final String DAN = "dan";

    private static final int PROJECT_SIZE = 500;
    /** More than these are not imported but copied below the database: a million would take an hour. */
    private static final int IMPORTED = 50_000;
    /** On each of so many feature sets ten requests wait for an answer. */
    private static final int ASKED_FOR = 10_000;

    private String manager = "";

    private Secrets secrets;

    OurStore(TestRealm realm, int size) {
        super(realm, TestRealm.RESOURCE_SERVER, size);
    }

    @Override
    void seed() {
        realm().directory().user(ADMIN);
        realm().directory().clientRole(ADMIN, TestRealm.RESOURCE_SERVER, "admin");
        List.of(CAROL, WALT, DAN).forEach(realm().directory()::user);
        FeatureAccessApi api = realm().as(ADMIN).with("Content-Type", "application/x-ndjson");
        api.post("import", String.join("\n", lines())).expect(200);
        if (size() > IMPORTED) {
            copyLast();
        }
        ask();
        realm().server().database().update("ANALYZE");
        secrets = new Secrets(realm(), realm().as(ADMIN));
    }

    Secrets secrets() {
        return secrets;
    }

    /** One request by Bob, who sees all, and others like it. */
    private void ask() {
        Answer asked = realm().as(BOB)
                .post(NodeAddress.of(name(0)).self() + "/requests", Map.of("role", "editor", "reason", "to measure"))
                .expect(201);
        realm().server()
                .database()
                .update("""
                        INSERT INTO FA_PERMISSION (ID, REALM_ID, ORIGIN, NODE_ID, NODE_PATH, KIND, WORKSPACE_ID, PROJECT_ID, SECRET,
                            PRINCIPAL_ID, PRINCIPAL_TYPE, PRINCIPAL_NAME, USER_ID, ASKED_ROLE, ROLE, REASON, CREATED_AT, STATE,
                            ENDS_AT)
                        SELECT SUBSTRING(n.ID, 1, 33) || '-' || k.NUM, r.REALM_ID, r.ORIGIN, n.ID, n.PATH, r.KIND, n.WORKSPACE_ID,
                            n.PROJECT_ID, r.SECRET, r.PRINCIPAL_ID, r.PRINCIPAL_TYPE, r.PRINCIPAL_NAME, r.USER_ID, r.ASKED_ROLE,
                            r.ROLE, r.REASON, r.CREATED_AT + ROW_NUMBER() OVER (ORDER BY n.ID, k.NUM), r.STATE, r.ENDS_AT
                        FROM FA_PERMISSION r
                        JOIN FA_NODE n ON n.REALM_ID = r.REALM_ID AND n.KIND = 'feature-set' AND n.PATH < ?
                        CROSS JOIN UNNEST(ARRAY[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) AS k (NUM)
                        WHERE r.ID = ?""", name(ASKED_FOR), asked.json().path("id").asText());
    }

    /** What somebody is to answer, the oldest first. */
    Answer toAnswer(String user) {
        return listed(user, "requests?view=manageable&max=100", 100);
    }

    /** The same for somebody who may answer nothing. */
    Answer nothingToAnswer(String user) {
        return listed(user, "requests?view=manageable&max=100", 0);
    }

    /** What is granted where somebody manages it, the newest first. */
    Answer permissions(String user) {
        return listed(user, "permissions?view=manageable&order=newest&max=100", 100);
    }

    private Answer listed(String user, String list, int expected) {
        Answer page = api(user).get(list).expect(200);
        if (Json.parse(page.body()).path("items").size() != expected) {
            throw new AssertionError("a page of " + expected + " was asked for: " + page);
        }
        return page;
    }

    private void copyLast() {
        try (Connection connection = realm().server().database().connect()) {
            connection.setAutoCommit(false);
            String last = realm().server()
                    .database()
                    .text("SELECT ID FROM RESOURCE_SERVER_RESOURCE WHERE NAME = ?", name(IMPORTED - 1));
            RowCopies resources = new RowCopies(connection, "RESOURCE_SERVER_RESOURCE", "ID", last);
            RowCopies nodes = new RowCopies(connection, "FA_NODE", "ID", last);
            for (int featureSet = IMPORTED; featureSet < size(); featureSet++) {
                String id = UUID.randomUUID().toString();
                resources.add(Map.of("ID", id, "NAME", name(featureSet)));
                nodes.add(Map.of("ID", id, "PATH", name(featureSet)));
                if (featureSet % BATCH == 0 || featureSet == size() - 1) {
                    resources.flush();
                    nodes.flush();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the store cannot be filled", e);
        }
    }

    /** One more, in a project of its own size, by an owner. */
    void create(int number) {
        if (number == 0) {
            realm().as(ADMIN)
                    .post("workspaces", Map.of("name", "growing", "kind", "dev"))
                    .expect(201);
            realm().as(ADMIN)
                    .post("workspaces/growing/projects", Map.of("name", "p"))
                    .expect(201);
        }
        realm().api(tokenToManage())
                .post("workspaces/growing/projects/p/feature-sets", Map.of("name", "f" + number))
                .expect(201);
    }

    private String tokenToManage() {
        if (manager.isEmpty()) {
            manager = realm().token(ADMIN, TestRealm.MANAGE);
        }
        return manager;
    }

    /** As an export has them: each node, and then the grants on it. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("{'type':'header','format':'feature-access','version':1}");
        lines.add("{'type':'node','path':'store','workspaceKind':'dev'}");
        lines.add(grant("store", BOB, "consumer"));
        lines.add(grant("store", DAN, "consumer"));
        lines.add(grant("store", WALT, "owner"));
        String project = "";
        for (int featureSet = 0; featureSet < Math.min(size(), IMPORTED); featureSet++) {
            if (!project(featureSet).equals(project)) {
                project = project(featureSet);
                lines.add(node(project));
                if (featureSet == 0) {
                    lines.add(grant(project, ALICE, "data-reader"));
                }
                if (featureSet == ALICES) {
                    lines.add(grant(project, CAROL, "owner"));
                }
            }
            lines.add(node(name(featureSet)));
            if (featureSet < ASKED_FOR) {
                lines.add(grant(name(featureSet), DAN, "owner"));
            }
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

    /** Alice's feature sets are a project of their own; numbers are as wide as path order needs them. */
    private static String project(int featureSet) {
        int imported = Math.min(featureSet, IMPORTED - 1);
        return "store/p%05d".formatted(imported < ALICES ? 0 : 1 + (imported - ALICES) / PROJECT_SIZE);
    }

    @Override
    String name(int featureSet) {
        return project(featureSet) + "/f%07d".formatted(featureSet);
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
