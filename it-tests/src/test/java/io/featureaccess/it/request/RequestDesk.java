package io.featureaccess.it.request;

import static io.featureaccess.it.scene.Fraud.at;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The small store with one more workspace, {@code market}, that is not locked and that Olga owns. In it everybody sees a
 * project and may ask for roles.
 */
final class RequestDesk {

    private final Fraud fraud;
    private final Map<String, FeatureAccessApi> callers = new HashMap<>();
    private int projects;

    RequestDesk(TestRealm realm) {
        fraud = new Fraud(realm);
        FeatureAccessApi olga = as("olga");
        olga.createWorkspace("market", "dev").expect(201);
        olga.patch("workspaces/market", Map.of("locked", false)).expect(200);
    }

    Fraud fraud() {
        return fraud;
    }

    TestRealm realm() {
        return fraud.realm();
    }

    /** With one token for all of a person's requests. */
    FeatureAccessApi as(String username) {
        return callers.computeIfAbsent(username, name -> realm().api(realm().token(name, TestRealm.MANAGE)));
    }

    /** A new project in the market, with a feature set {@code f}. */
    String project() {
        String path = "market/p" + projects++;
        as("olga").create(path).expect(201);
        as("olga").create(path + "/f").expect(201);
        return path;
    }

    Answer ask(String username, String node, String role, Object... more) {
        return ask(as(username), node, role, more);
    }

    Answer ask(FeatureAccessApi api, String node, String role, Object... more) {
        Map<String, Object> body = fields(more);
        body.put("role", role);
        body.putIfAbsent("reason", "Preparing the best model");
        return api.post(at(node, "requests"), body);
    }

    /** The id of a request that is new. */
    String asked(String username, String node, String role, Object... more) {
        return id(ask(username, node, role, more).expect(201));
    }

    Answer answer(String username, String id, String how, Object... fields) {
        return as(username).post("requests/" + id + "/" + how, fields(fields));
    }

    Answer revoke(String username, String id, String reason) {
        return as(username).post("permissions/" + id + "/revoke", Map.of("reason", reason));
    }

    /** A list's entries, as {@code requests?view=mine}. */
    List<JsonNode> list(String username, String query) {
        return list(as(username), query);
    }

    static List<JsonNode> list(FeatureAccessApi api, String query) {
        List<JsonNode> items = new ArrayList<>();
        api.get(query + (query.contains("?") ? "&" : "?") + "max=500")
                .expect(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    Optional<JsonNode> find(String username, String query, String id) {
        return list(username, query).stream()
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst();
    }

    /** The kinds of the rows about a node and a principal, latest first, as an admin or owner reads them. */
    List<JsonNode> audit(String username, String node, String principal) {
        List<JsonNode> rows = new ArrayList<>();
        as(username)
                .get("audit?node=" + node + "&principal=" + principal)
                .expect(200)
                .json()
                .path("items")
                .forEach(rows::add);
        return rows;
    }

    static List<String> changes(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("change").asText()).toList();
    }

    static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    static String text(JsonNode item, String field) {
        return item.path(field).asText();
    }

    /** As if the time had come: an end in the tables is moved to a moment ago. */
    void endsNow(String id) {
        long justNow = Instant.now().minusSeconds(1).toEpochMilli() * 1000;
        realm().server()
                .database()
                .update(
                        "UPDATE FA_PERMISSION SET ENDS_AT = ?, EXPIRES_AT = CASE WHEN EXPIRES_AT IS NULL THEN NULL ELSE ? END"
                                + " WHERE ID = ?",
                        justNow,
                        justNow,
                        id);
        realm().server()
                .database()
                .update(
                        "UPDATE FA_GRANT SET EXPIRES_AT = ? WHERE ID = (SELECT GRANT_ID FROM FA_PERMISSION WHERE ID = ?)",
                        justNow,
                        id);
    }

    private static Map<String, Object> fields(Object... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            fields.put(String.valueOf(more[i]), more[i + 1] instanceof Instant time ? time.toString() : more[i + 1]);
        }
        return fields;
    }
}
