package io.featureaccess.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The admin console's requests about our policy, as its forms and its Evaluate tab send them. */
@KeycloakTest
class PolicyIT {

    private static final String TYPE = "feature-access";

    private static TestRealm realm;
    private static JsonApi server;
    private static String payments;

    @BeforeAll
    static void store(TestRealm shared) {
        realm = shared;
        List.of("olivia", "alice", "bob").forEach(realm.directory()::user);
        FeatureAccessApi olivia = realm.as("olivia");
        olivia.createWorkspace("fraud", "dev").expect(201);
        payments = olivia.create("fraud/payments").expect(201).json().path("id").asText();
        olivia.grant("fraud/payments", "user:alice", "viewer").expect(200);
        server = realm.admin()
                .at("clients/" + realm.directory().clientId(TestRealm.RESOURCE_SERVER) + "/authz/resource-server");
    }

    @Test
    void the_type_is_offered_among_the_policy_providers() {
        JsonNode providers = server.get("policy/providers").expect(200).json();
        assertThat(providers.findValuesAsText("type")).contains(TYPE);
    }

    @Test
    void the_policy_is_shown_and_saved_with_the_fields_of_a_form_that_it_does_not_have() {
        String id = policyId();
        ObjectNode shown =
                server.get("policy/" + TYPE + "/" + id).expect(200).json().deepCopy();
        assertThat(shown.path("type").asText()).isEqualTo(TYPE);
        shown.put("code", "$evaluation.grant();");
        shown.put("description", "decides by grants");
        shown.withObject("/config").put("code", "$evaluation.grant();");

        server.put("policy/" + TYPE + "/" + id, shown).expect(201);

        JsonNode saved = server.get("policy/" + TYPE + "/" + id).expect(200).json();
        assertThat(saved.path("description").asText()).isEqualTo("decides by grants");
        assertThat(saved.has("code")).isFalse();
        assertPermitted("alice", "view", "view-access");
    }

    @Test
    void turning_the_policy_round_is_ignored() {
        String id = policyId();
        for (String address : List.of("policy/" + TYPE + "/" + id, "policy/" + id)) {
            ObjectNode shown = server.get(address).expect(200).json().deepCopy();
            shown.put("logic", "NEGATIVE");
            server.put(address, shown).expect(201);
            assertThat(server.get(address).expect(200).json().path("logic").asText())
                    .isEqualTo("POSITIVE");
            assertNothingPermitted("bob");
        }
    }

    @Test
    void another_policy_of_the_type_can_be_made_and_deleted() {
        Answer made = server.post(
                "policy/" + TYPE,
                Map.of("name", "another", "logic", "POSITIVE", "code", "", "decisionStrategy", "UNANIMOUS"));
        String id = made.expect(201).json().path("id").asText();
        server.delete("policy/" + TYPE + "/" + id).expect(204);
    }

    @Test
    void the_evaluate_tab_answers_right_for_a_chosen_user() {
        assertPermitted("alice", "view", "view-access");
        assertNothingPermitted("bob");
        assertPermittedAll("olivia");
    }

    @Test
    void the_evaluate_tab_narrows_the_actions_that_were_chosen() {
        JsonNode answer = evaluate("alice", List.of("view", "delete"), List.of(Map.of("_id", payments)));
        assertThat(allowed(answer)).containsExactly("view");
    }

    @Test
    void the_evaluate_tab_permits_nothing_without_a_node_or_on_a_kind() {
        JsonNode noNode = evaluate("olivia", List.of("view"), List.of(Map.of()));
        assertThat(noNode.path("rpt").path("authorization").path("permissions")).isEmpty();
        JsonNode everything = evaluate("olivia", List.of(), List.of());
        assertThat(everything.path("rpt").path("authorization").path("permissions"))
                .isEmpty();
    }

    @Test
    void the_evaluate_tab_knows_the_resource_servers_own_service_account() {
        String user = realm.directory().serviceAccountUserId(TestRealm.RESOURCE_SERVER);
        JsonNode before = evaluateFor(user, List.of(), List.of(Map.of("_id", payments)));
        assertThat(before.path("status").asText()).isEqualTo("DENY");
        realm.as("olivia")
                .grant("fraud/payments", "service-account:" + TestRealm.RESOURCE_SERVER, "viewer")
                .expect(200);
        JsonNode after = evaluateFor(user, List.of(), List.of(Map.of("_id", payments)));
        assertThat(allowed(after)).containsExactlyInAnyOrder("view", "view-access");
    }

    private static void assertPermitted(String username, String... actions) {
        JsonNode answer = evaluate(username, List.of(), List.of(Map.of("_id", payments)));
        assertThat(answer.path("status").asText()).isEqualTo("PERMIT");
        assertThat(allowed(answer)).containsExactlyInAnyOrder(actions);
    }

    private static void assertPermittedAll(String username) {
        assertThat(allowed(evaluate(username, List.of(), List.of(Map.of("_id", payments)))))
                .contains("delete", "manage-access", "register-feature-set");
    }

    private static void assertNothingPermitted(String username) {
        JsonNode answer = evaluate(username, List.of(), List.of(Map.of("_id", payments)));
        assertThat(answer.path("status").asText()).as("%s", answer).isEqualTo("DENY");
        assertThat(answer.path("rpt").path("authorization").path("permissions")).isEmpty();
    }

    private static List<String> allowed(JsonNode answer) {
        return answer.path("results").get(0).path("allowedScopes").findValuesAsText("name");
    }

    private static JsonNode evaluate(String username, List<String> scopes, List<Map<String, String>> resources) {
        return evaluateFor(realm.directory().userId(username), scopes, resources);
    }

    private static JsonNode evaluateFor(String userId, List<String> scopes, List<Map<String, String>> resources) {
        List<Map<String, Object>> asked = resources.stream()
                .map(resource -> {
                    Map<String, Object> full = new LinkedHashMap<>(resource);
                    full.put(
                            "scopes",
                            scopes.stream().map(scope -> Map.of("name", scope)).toList());
                    return full;
                })
                .toList();
        Map<String, Object> request = Map.of(
                "userId",
                userId,
                "roleIds",
                List.of(),
                "entitlements",
                false,
                "context",
                Map.of("attributes", Map.of()),
                "resources",
                asked);
        return server.post("policy/evaluate", request).expect(200).json();
    }

    private static String policyId() {
        JsonNode found = server.get("policy?type=" + TYPE + "&permission=false")
                .expect(200)
                .json();
        assertThat(found).isNotEmpty();
        return found.get(0).path("id").asText();
    }
}
