package io.featureaccess.it.scene;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small store: locked workspace {@code fraud}, in it project {@code payments} with feature set {@code transactions}, and the
 * secret project {@code vault} with feature set {@code keys}. Olga owns all of it, Vic is viewer of the workspace, Bob has
 * nothing, Ada is an admin.
 */
public final class Fraud {

    public static final String BREAK_GLASS = "Feature-Access-Break-Glass";

    private final TestRealm realm;

    public Fraud(TestRealm realm) {
        this.realm = realm;
        List.of("olga", "vic", "bob", "ada").forEach(realm.directory()::user);
        realm.directory().clientRole("ada", TestRealm.RESOURCE_SERVER, "admin");
        FeatureAccessApi olga = realm.as("olga");
        olga.createWorkspace("fraud", "dev").expect(201);
        olga.create("fraud/payments").expect(201);
        olga.create("fraud/payments/transactions").expect(201);
        olga.create("fraud/vault", Map.of("secret", true)).expect(201);
        olga.create("fraud/vault/keys").expect(201);
        olga.grant("fraud", "user:vic", "viewer").expect(200);
    }

    public TestRealm realm() {
        return realm;
    }

    public FeatureAccessApi as(String username) {
        return realm.as(username);
    }

    public FeatureAccessApi breakingGlass(String username) {
        return realm.as(username).with(BREAK_GLASS, "incident 7");
    }

    /** The address of what lies below a node in the API; {@code *} is all workspaces. */
    public static String at(String node, String below) {
        return (node.equals("*") ? "all-workspaces" : NodeAddress.of(node).self()) + "/" + below;
    }

    public static String grants(String node) {
        return at(node, "grants");
    }

    /** The address that takes roles; no role means all. */
    public static String taking(String node, String principal, String... role) {
        String query = "?principal=" + Http.encode(principal);
        return grants(node) + query + (role.length == 0 ? "" : "&role=" + role[0]);
    }

    /** A grant as it is sent, with more fields given by name and value in turn. */
    public static Map<String, Object> wanted(String principal, String role, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("principal", principal);
        body.put("role", role);
        for (int i = 0; i < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1] instanceof Instant time ? time.toString() : more[i + 1]);
        }
        return body;
    }

    /** The grants made on a node, as {@code user:olga owner}, as its owner lists them. */
    public List<String> held(String node) {
        JsonNode items =
                as("olga").get(grants(node) + "?max=500").expect(200).json().path("items");
        List<String> held = new ArrayList<>();
        items.forEach(grant -> held.add(
                grant.path("principal").asText() + " " + grant.path("role").asText()));
        return held;
    }

    /** What {@code POST decisions} says of one question about the caller. */
    public static boolean permits(FeatureAccessApi caller, String action, String node) {
        return decision(caller, Map.of("action", action, "node", node))
                .path("permit")
                .asBoolean();
    }

    /** The answer to one check. */
    public static JsonNode decision(FeatureAccessApi caller, Map<String, ?> check) {
        Answer answer = caller.post("decisions", Map.of("checks", List.of(check)));
        return answer.expect(200).json().path("decisions").path(0);
    }

    /** Makes that many users at once, without passwords, and answers their names. */
    public List<String> crowd(int size) {
        List<String> names = new ArrayList<>();
        List<Map<String, Object>> users = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = String.format("crowd-%04d", i);
            names.add(name);
            users.add(Map.of("username", name, "enabled", true));
        }
        realm.admin()
                .post("partialImport", Map.of("ifResourceExists", "FAIL", "users", users))
                .expect(200);
        return names;
    }
}
