package io.featureaccess.it.request;

import static io.featureaccess.it.request.RequestDesk.changes;
import static io.featureaccess.it.request.RequestDesk.id;
import static io.featureaccess.it.request.RequestDesk.text;
import static io.featureaccess.it.scene.Fraud.at;
import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.taking;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Access requests from asking to revoking, and what is told of them. */
@KeycloakTest
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsIT {

    private RequestDesk desk;

    @BeforeAll
    void store(TestRealm realm) {
        desk = new RequestDesk(realm);
    }

    @Test
    void a_request_lives_from_asking_to_revoking_and_the_record_tells_all_of_it() {
        String p = desk.project();
        assertThat(strongest("bob", p)).isEmpty();

        Answer asked = desk.ask("bob", p, "consumer").expect(201);
        String id = id(asked);
        assertThat(asked.json().path("state").asText()).isEqualTo("PENDING");
        assertThat(text(asked.json(), "node")).isEqualTo(p);
        assertThat(text(asked.json(), "kind")).isEqualTo("project");
        assertThat(text(asked.json(), "requestor")).isEqualTo("user:bob");
        assertThat(id(desk.ask("bob", p, "consumer").expect(200))).isEqualTo(id);
        assertThat(desk.find("bob", "requests?view=mine", id)).isPresent();
        assertThat(desk.find("olga", "requests?view=manageable", id)).contains(asked.json());
        assertThat(desk.find("bob", "requests?view=manageable", id)).isEmpty();
        assertThat(desk.find("olga", "requests", id)).isEmpty();

        JsonNode granted = desk.answer("olga", id, "approve", "reason", "it will be fun")
                .expect(200)
                .json();
        assertThat(text(granted, "state")).isEqualTo("GRANTED");
        assertThat(text(granted, "answeredBy")).isEqualTo("olga");
        assertThat(text(granted, "answerReason")).isEqualTo("it will be fun");
        assertThat(desk.as("olga").get(grants(p)).json().findValuesAsText("id")).contains(text(granted, "grantId"));
        assertThat(strongest("bob", p)).isEqualTo("consumer");
        assertThat(desk.find("bob", "requests", id)).isEmpty();
        assertThat(desk.find("bob", "permissions", id)).contains(granted);
        assertThat(desk.find("olga", "permissions?view=manageable", id)).contains(granted);

        JsonNode revoked =
                desk.revoke("olga", id, "user left the project").expect(200).json();
        assertThat(text(revoked, "state")).isEqualTo("REVOKED");
        assertThat(text(revoked, "endReason")).isEqualTo("user left the project");
        assertThat(strongest("bob", p)).isEmpty();
        assertThat(desk.find("bob", "permissions", id)).isEmpty();
        assertThat(desk.find("bob", "permissions?state=REVOKED&state=REJECTED", id))
                .contains(revoked);

        List<JsonNode> rows = desk.audit("olga", p, "user:bob");
        assertThat(changes(rows)).containsExactly("grant-removed", "grant-added", "request-approved", "request-made");
        assertThat(rows).extracting(row -> text(row, "actor")).containsExactly("olga", "olga", "olga", "bob");
        assertThat(rows)
                .extracting(row -> text(row, "reason"))
                .containsExactly(
                        "user left the project",
                        "Preparing the best model",
                        "it will be fun",
                        "Preparing the best model");
    }

    @Test
    void what_is_over_is_over() {
        String p = desk.project();
        String granted = desk.asked("bob", p, "viewer");
        desk.answer("olga", granted, "approve").expect(200);
        String rejected = desk.asked("bob", p, "consumer");
        desk.answer("olga", rejected, "reject", "reason", "it's not ready yet").expect(200);
        String withdrawn = desk.asked("bob", p, "editor");
        desk.answer("bob", withdrawn, "withdraw").expect(200);

        for (String id : List.of(granted, rejected, withdrawn)) {
            assertThat(code(desk.answer("olga", id, "approve"))).isEqualTo("409 not-pending");
            assertThat(code(desk.answer("olga", id, "reject"))).isEqualTo("409 not-pending");
            assertThat(code(desk.answer("bob", id, "withdraw"))).isEqualTo("409 not-pending");
        }
        assertThat(code(desk.revoke("olga", rejected, "why"))).isEqualTo("409 not-granted");
        assertThat(code(desk.revoke("olga", withdrawn, "why"))).isEqualTo("409 not-granted");
        desk.revoke("olga", granted, "why").expect(200);
        assertThat(code(desk.revoke("olga", granted, "why"))).isEqualTo("409 not-granted");
        assertThat(text(desk.find("bob", "permissions?state=REJECTED", rejected).orElseThrow(), "answerReason"))
                .isEqualTo("it's not ready yet");
    }

    @Test
    void a_body_that_says_nothing_may_be_left_out() {
        String p = desk.project();
        String id = desk.asked("bob", p, "viewer");
        Answer answer = desk.as("olga").http().send("POST", "requests/" + id + "/approve", null);
        assertThat(text(answer.expect(200).json(), "state")).isEqualTo("GRANTED");
    }

    @Test
    void an_answer_may_give_less_and_never_more() {
        String p = desk.project();
        Instant asked = Instant.now().plus(Duration.ofDays(10));
        String id = desk.asked("bob", p, "consumer", "expiresAt", asked);
        assertThat(code(desk.answer("olga", id, "approve", "role", "editor"))).isEqualTo("422 malformed-value");
        assertThat(code(desk.answer("olga", id, "approve", "expiresAt", asked.plusSeconds(60))))
                .isEqualTo("422 malformed-value");
        assertThat(code(desk.answer(
                        "olga", id, "approve", "expiresAt", Instant.now().minusSeconds(60))))
                .isEqualTo("422 expiry-in-past");
        assertThat(code(desk.answer("olga", id, "approve", "projectRole", "viewer")))
                .isEqualTo("422 malformed-value");

        Instant earlier = asked.minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        JsonNode granted = desk.answer("olga", id, "approve", "role", "viewer", "expiresAt", earlier)
                .expect(200)
                .json();
        assertThat(text(granted, "role")).isEqualTo("viewer");
        assertThat(text(granted, "askedRole")).isEqualTo("consumer");
        assertThat(Instant.parse(text(granted, "expiresAt"))).isEqualTo(earlier);
        assertThat(strongest("bob", p)).isEqualTo("viewer");
    }

    @Test
    void an_answer_never_shortens_a_grant_that_is_there() {
        String p = desk.project();
        String id = desk.asked("bob", p, "viewer", "expiresAt", Instant.now().plus(Duration.ofDays(2)));
        desk.as("olga").put(grants(p), wanted("user:bob", "viewer")).expect(200);

        JsonNode granted = desk.answer("olga", id, "approve").expect(200).json();

        assertThat(granted.has("expiresAt")).isFalse();
    }

    @Test
    void a_role_on_a_feature_set_comes_with_the_role_on_its_project_that_it_needs() {
        String p = desk.project();
        String id = desk.asked("bob", p + "/f", "consumer");

        Answer refused = desk.answer("olga", id, "approve");
        assertThat(code(refused)).isEqualTo("409 project-role-required");
        assertThat(refused.body()).contains("the role consumer on " + p + " first");
        assertThat(strongest("bob", p)).isEmpty();

        desk.answer("olga", id, "approve", "projectRole", "consumer").expect(200);
        assertThat(strongest("bob", p)).isEqualTo("consumer");
        assertThat(desk.as("olga").get(grants(p + "/f")).json().findValuesAsText("principal"))
                .contains("user:bob");
    }

    @Test
    void nobody_asks_for_what_they_have_nor_where_roles_are_given_unasked() {
        String p = desk.project();
        assertThat(code(desk.ask("olga", p, "viewer"))).isEqualTo("409 already-granted");
        assertThat(code(desk.ask("vic", "fraud", "operator"))).isEqualTo("409 not-requestable");
        desk.ask("bob", "market", "viewer").expect(201);
        assertThat(code(desk.ask("bob", p, "viewer", "expiresAt", Instant.now().minusSeconds(1))))
                .isEqualTo("422 expiry-in-past");
        assertThat(code(desk.ask("bob", p, "king"))).isEqualTo("422 unknown-role");
        assertThat(code(desk.ask("bob", p, "viewer", "reason", " "))).isEqualTo("422 malformed-value");
        assertThat(code(desk.as("bob").post(at(p, "requests"), Map.of("role", "viewer"))))
                .isEqualTo("422 missing-field");
        assertThat(code(desk.ask("bob", p, "viewer", "wish", "x"))).isEqualTo("422 unknown-field");
        assertThat(code(desk.as("bob").get("requests?view=all"))).isEqualTo("422 malformed-value");
        assertThat(code(desk.as("bob").get("permissions?state=GONE"))).isEqualTo("422 malformed-value");
    }

    @Test
    void nobody_answers_their_own_nor_what_their_service_accounts_ask_for() {
        String p = desk.project();
        String own = desk.asked("ada", p, "viewer");
        assertThat(code(desk.answer("ada", own, "approve"))).isEqualTo("403 own-request");
        assertThat(code(desk.answer("ada", own, "reject"))).isEqualTo("403 own-request");

        JsonNode account = desk.as("olga")
                .post("service-accounts", Map.of("name", "robot"))
                .expect(201)
                .json();
        Answer asked = desk.ask(desk.realm().api(managing(account)), p, "consumer");
        String robots = id(asked.expect(201));
        assertThat(text(asked.json(), "requestor")).isEqualTo(text(account, "reference"));
        assertThat(code(desk.answer("olga", robots, "approve"))).isEqualTo("403 own-request");
        assertThat(desk.find("olga", "requests?view=manageable", robots)).isEmpty();
        assertThat(desk.find("ada", "requests?view=manageable", robots)).isPresent();
        desk.answer("ada", robots, "approve").expect(200);
    }

    private String managing(JsonNode account) {
        Map<String, String> fields = Map.of(
                "client_id",
                text(account, "clientId"),
                "client_secret",
                text(account, "key"),
                "scope",
                TestRealm.MANAGE);
        return text(
                desk.realm()
                        .server()
                        .token(desk.realm().name(), "client_credentials", fields)
                        .expect(200)
                        .json(),
                "access_token");
    }

    @Test
    void only_who_asked_withdraws() {
        String p = desk.project();
        String id = desk.asked("bob", p, "viewer");

        assertThat(code(desk.answer("olga", id, "withdraw"))).isEqualTo("403 forbidden");
        assertThat(code(desk.answer("vic", id, "withdraw"))).isEqualTo("404 not-found");
        assertThat(code(desk.answer("vic", id, "approve"))).isEqualTo("404 not-found");
        desk.answer("bob", id, "withdraw", "reason", "not needed any more").expect(200);
        assertThat(changes(desk.audit("olga", p, "user:bob"))).containsExactly("request-withdrawn", "request-made");
    }

    @Test
    void a_grant_that_nobody_asked_for_is_a_permission_too_and_ends_as_one_however_it_is_taken() {
        String p = desk.project();
        String revoked = id(desk.as("olga").put(grants(p), wanted("user:bob", "viewer", "reason", "colleague")));
        String taken = id(desk.as("olga").put(grants(p), wanted("user:bob", "operator")));

        JsonNode permission = desk.find("bob", "permissions", revoked).orElseThrow();
        assertThat(text(permission, "origin")).isEqualTo("direct");
        assertThat(text(permission, "principal")).isEqualTo("user:bob");
        assertThat(text(permission, "reason")).isEqualTo("colleague");
        assertThat(text(permission, "answeredBy")).isEqualTo("olga");
        assertThat(permission.has("requestor")).isFalse();
        assertThat(code(desk.revoke("bob", revoked, "my own"))).isEqualTo("403 forbidden");
        assertThat(code(desk.revoke("vic", revoked, "not mine"))).isEqualTo("404 not-found");
        desk.revoke("olga", revoked, "left").expect(200);
        desk.as("olga").delete(taking(p, "user:bob")).expect(204);

        assertThat(desk.find("bob", "permissions?state=REVOKED", revoked)).isPresent();
        assertThat(desk.find("bob", "permissions?state=REVOKED", taken)).isPresent();
        String owners = desk.list("olga", "permissions?view=manageable").stream()
                .filter(item ->
                        text(item, "node").equals(p) && text(item, "principal").equals("user:olga"))
                .map(item -> text(item, "id"))
                .findFirst()
                .orElseThrow();
        desk.revoke("olga", owners, "owner above anyway").expect(200);
    }

    @Test
    void permissions_on_all_workspaces_are_for_admins() {
        String id = id(desk.as("ada").put(grants("*"), wanted("user:vic", "viewer")));

        assertThat(desk.find("vic", "permissions", id)).isPresent();
        assertThat(text(desk.find("ada", "permissions?view=manageable", id).orElseThrow(), "node"))
                .isEqualTo("*");
        assertThat(code(desk.revoke("olga", id, "not hers"))).isEqualTo("404 not-found");
        assertThat(text(desk.revoke("ada", id, "too much").expect(200).json(), "state"))
                .isEqualTo("REVOKED");
    }

    @Test
    void a_request_that_nobody_answers_is_over_at_that_instant_and_on_record_soon() {
        String p = desk.project();
        desk.as("ada").patch("settings", Map.of("requestExpiryDays", 7)).expect(200);
        JsonNode asked = desk.ask("bob", p, "viewer").expect(201).json();
        Duration time =
                Duration.between(Instant.parse(text(asked, "createdAt")), Instant.parse(text(asked, "pendingUntil")));
        assertThat(time).isEqualTo(Duration.ofDays(7));
        String id = text(asked, "id");

        desk.endsNow(id);

        assertThat(desk.find("bob", "requests", id)).isEmpty();
        assertThat(code(desk.answer("olga", id, "approve"))).isEqualTo("409 not-pending");
        String again = desk.asked("bob", p, "viewer");
        assertThat(again).isNotEqualTo(id);
        Await.until("it is on record", () -> changes(desk.audit("olga", p, "user:bob"))
                .contains("request-expired"));
        assertThat(text(desk.find("bob", "requests?state=EXPIRED", id).orElseThrow(), "endCause"))
                .isEqualTo("expired");
    }

    @Test
    void a_grant_of_a_request_counts_until_its_end_and_its_permission_says_so() {
        String p = desk.project();
        String id = desk.asked("bob", p, "viewer", "expiresAt", Instant.now().plus(Duration.ofDays(1)));
        desk.answer("olga", id, "approve").expect(200);

        desk.endsNow(id);

        assertThat(strongest("bob", p)).isEmpty();
        assertThat(desk.find("bob", "permissions?state=EXPIRED", id)).isPresent();
        assertThat(code(desk.revoke("olga", id, "late"))).isEqualTo("409 not-granted");
        Await.until("it is on record", () -> changes(desk.audit("olga", p, "user:bob"))
                .contains("grant-expired"));
        assertThat(text(desk.find("bob", "permissions?state=EXPIRED", id).orElseThrow(), "endCause"))
                .isEqualTo("expired");
    }

    @Test
    void what_goes_with_its_user_or_node_stays_readable_by_the_names_of_then() {
        String p = desk.project();
        desk.realm().directory().user("carl");
        String pending = desk.asked("carl", p, "editor");
        String granted = desk.asked("carl", p, "viewer");
        desk.answer("olga", granted, "approve").expect(200);
        desk.realm().directory().removeUser("carl");

        assertThat(text(
                        desk.find("olga", "permissions?view=manageable&state=REVOKED", granted)
                                .orElseThrow(),
                        "principal"))
                .isEqualTo("user:carl");
        assertThat(desk.find("olga", "requests?view=manageable&state=EXPIRED", pending))
                .isPresent();
        assertThat(code(desk.answer("olga", pending, "approve"))).isEqualTo("409 not-pending");
        Await.until("both are on record", () -> desk.find("olga", "permissions?view=manageable&state=REVOKED", granted)
                .orElseThrow()
                .has("endCause"));

        String bobs = desk.asked("bob", p, "viewer");
        desk.as("olga")
                .delete("workspaces/market/projects/" + p.substring(7) + "?recursive=true")
                .expect(204);
        assertThat(desk.find("bob", "requests?state=EXPIRED", bobs)).isEmpty();
        JsonNode gone = desk.find("ada", "permissions?view=manageable&state=EXPIRED", bobs)
                .orElseThrow();
        assertThat(text(gone, "node")).isEqualTo(p);
        assertThat(text(gone, "endCause")).isEqualTo("node-deleted");
        assertThat(text(gone, "endedBy")).isEqualTo("olga");
    }

    @Test
    void a_permission_ends_with_its_grant_whatever_takes_that() {
        String p = desk.project();
        FeatureAccessApi olga = desk.as("olga");
        String replaced = id(olga.put(grants(p), wanted("user:bob", "viewer")));
        olga.put(grants(p), wanted("user:bob", "consumer", "replace", true)).expect(200);
        desk.realm().directory().group("/quants");
        String groups = id(olga.put(grants(p), wanted("group:/quants", "viewer")));
        desk.realm()
                .admin()
                .delete("groups/" + desk.realm().directory().groupId("/quants"))
                .expect(204);
        JsonNode account = olga.post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        String robots = id(olga.put(grants(p), wanted(text(account, "reference"), "viewer")));
        String route = "service-accounts/" + text(account, "id");
        olga.post(route + "/deactivate", Map.of()).expect(200);
        olga.delete(route).expect(204);
        desk.realm().directory().user("dora");
        String users = id(olga.put(grants(p), wanted("user:dora", "viewer")));
        desk.as("ada").delete("users/user:dora").expect(204);
        String nodes = id(olga.put(grants(p + "/f"), wanted("user:bob", "viewer")));
        olga.delete(NodeAddress.of(p + "/f").self()).expect(204);

        assertThat(principalOf("olga", replaced)).isEqualTo("user:bob");
        assertThat(principalOf("olga", groups)).isEqualTo("group:/quants");
        assertThat(principalOf("olga", robots)).isEqualTo(text(account, "reference"));
        assertThat(principalOf("olga", users)).isEqualTo("user:dora");
        assertThat(principalOf("ada", nodes)).isEqualTo("user:bob");
    }

    /** Of a permission that was revoked. */
    private String principalOf(String reader, String id) {
        return text(
                desk.find(reader, "permissions?view=manageable&state=REVOKED", id)
                        .orElseThrow(),
                "principal");
    }

    @Test
    void what_is_imported_is_a_permission_too() {
        desk.as("ada")
                .with(Fraud.BREAK_GLASS, "moving house")
                .with("Content-Type", "application/x-ndjson")
                .post("import", """
                        {"type":"header","format":"feature-access","version":1}
                        {"type":"node","path":"moved","workspaceKind":"dev"}
                        {"type":"grant","node":"moved","principal":"user:vic","role":"operator"}
                        {"type":"end","nodes":1,"grants":1}
                        """)
                .expect(200);

        List<JsonNode> found = desk.list("vic", "permissions?search=moved");
        assertThat(found).singleElement().satisfies(one -> assertThat(text(one, "role"))
                .isEqualTo("operator"));
        desk.as("ada").delete(taking("moved", "user:vic")).expect(204);
        assertThat(desk.find("vic", "permissions?state=REVOKED", text(found.get(0), "id")))
                .isPresent();
    }

    @Test
    void a_refusal_says_what_to_ask_for_and_where_and_only_about_what_one_sees() {
        String p = desk.project();
        JsonNode denied = Fraud.decision(desk.as("bob"), Map.of("action", "read-online", "node", p));
        assertThat(texts(denied.at("/ask/roles")))
                .containsExactly("data-reader", "consumer", "sensitive-consumer", "editor", "owner");
        assertThat(text(denied.path("ask"), "node")).isEqualTo(p);
        desk.as("bob")
                .post(text(denied.path("ask"), "requests"), Map.of("role", "data-reader", "reason", "to read"))
                .expect(201);

        JsonNode access = desk.as("bob")
                .get(at(p, "access") + "?principal=user:bob")
                .expect(200)
                .json();
        assertThat(texts(access.at("/ask/roles"))).contains("viewer", "owner");
        assertThat(desk.as("olga")
                        .get(at(p, "access") + "?principal=user:olga")
                        .json()
                        .has("ask"))
                .isFalse();
        assertThat(Fraud.decision(desk.as("bob"), Map.of("action", "view", "node", "fraud/vault"))
                        .has("ask"))
                .isFalse();
        assertThat(Fraud.decision(desk.as("vic"), Map.of("action", "plan", "node", "fraud/vault/keys"))
                        .has("ask"))
                .isFalse();
        assertThat(Fraud.decision(desk.as("vic"), Map.of("action", "apply", "node", "fraud"))
                        .has("ask"))
                .isFalse();
    }

    @Test
    void lists_are_of_the_kind_and_states_that_are_asked_for() {
        String p = desk.project();
        String onProject = desk.asked("vic", p, "editor");
        String onSet = desk.asked("vic", p + "/f", "editor");

        assertThat(desk.find("vic", "requests?kind=feature-set", onSet)).isPresent();
        assertThat(desk.find("vic", "requests?kind=feature-set", onProject)).isEmpty();
        assertThat(desk.find("vic", "requests?kind=project&state=PENDING&state=GRANTED", onProject))
                .isPresent();
        assertThat(desk.find("vic", "requests?state=REJECTED", onProject)).isEmpty();
    }

    @Test
    void lists_are_searched_and_turned_round() {
        String p = desk.project();
        String first = desk.asked("vic", p, "editor");
        String second = desk.asked("bob", p, "editor");
        String list = "requests?view=manageable&search=" + p;

        assertThat(ids(list)).containsExactly(first, second);
        assertThat(ids(list + "&order=newest")).containsExactly(second, first);
        assertThat(ids("requests?view=manageable&search=BO&order=newest&max=1")).containsExactly(second);
        assertThat(code(desk.as("olga").get("requests?order=last"))).isEqualTo("422 malformed-value");
        assertThat(code(desk.as("olga").get("permissions?search=" + "x".repeat(256))))
                .isEqualTo("422 malformed-value");
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        desk.as("olga").get(query).expect(200).json().path("items").forEach(item -> ids.add(text(item, "id")));
        return ids;
    }

    private String strongest(String username, String node) {
        FeatureAccessApi api = desk.as(username);
        return api.get(at(node, "access") + "?principal=user:" + username)
                .expect(200)
                .json()
                .path("strongest")
                .asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.code();
    }
}
