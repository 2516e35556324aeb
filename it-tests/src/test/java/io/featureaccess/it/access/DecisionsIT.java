package io.featureaccess.it.access;

import static io.featureaccess.it.scene.Fraud.decision;
import static io.featureaccess.it.scene.Fraud.permits;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions asked in batches, about oneself and others. */
@KeycloakTest
@Tag("postgres")
class DecisionsIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    private static Map<String, String> check(String action, String node) {
        return Map.of("action", action, "node", node);
    }

    private static Map<String, String> about(String principal, String action, String node) {
        return Map.of("principal", principal, "action", action, "node", node);
    }

    @Test
    void answers_come_in_order_with_reasons_and_what_would_permit() {
        JsonNode decisions = fraud.as("vic")
                .post(
                        "decisions",
                        Map.of(
                                "checks",
                                List.of(
                                        check("view", "fraud/payments"),
                                        check("delete", "fraud/payments"),
                                        check("view", "nowhere"))))
                .expect(200)
                .json()
                .path("decisions");

        assertThat(decisions.findValuesAsText("permit")).containsExactly("true", "false", "false");
        assertThat(decisions)
                .extracting(decision -> decision.path("node").asText())
                .containsExactly("fraud/payments", "fraud/payments", "nowhere");
        assertThat(decisions.get(0).path("reasons").get(0).path("text").asText())
                .isEqualTo("viewer on fraud, inherited as viewer");
        assertThat(decisions.get(1).path("reasons").get(0).path("code").asText())
                .isEqualTo("role-too-weak");
        assertThat(decisions.get(1).path("wouldPermit"))
                .isEqualTo(decisions.get(1).path("wouldPermit"))
                .hasToString("{\"role\":\"owner\",\"grantedOn\":\"fraud/payments\"}");
        assertThat(decisions.get(2).path("reasons").get(0).path("code").asText())
                .isEqualTo("no-such-node");
        assertThat(decisions.get(2).has("wouldPermit")).isFalse();
    }

    @Test
    void hidden_nodes_and_none_are_denied_alike() {
        for (String caller : List.of("vic", "ada", "bob")) {
            FeatureAccessApi api = fraud.as(caller);
            String hidden = decision(api, check("view", "fraud/vault")).toString();
            String none = decision(api, check("view", "fraud/nothing")).toString();

            assertThat(hidden).isEqualTo(none.replace("fraud/nothing", "fraud/vault"));
            assertThat(decision(api, about("user:olga", "view", "fraud/vault")).toString())
                    .isEqualTo(hidden);
        }
    }

    @Test
    void about_others_it_needs_view_access() {
        assertThat(decision(fraud.as("vic"), about("user:olga", "delete", "fraud"))
                        .path("permit")
                        .asBoolean())
                .isTrue();
        fraud.as("olga").grant("fraud", "user:bob", "data-reader").expect(200);
        assertThat(decision(fraud.as("bob"), about("user:olga", "delete", "fraud"))
                        .path("reasons")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("no-such-node");
    }

    @Test
    void about_others_on_a_node_merely_discovered_it_is_forbidden() {
        fraud.as("olga").patch("workspaces/fraud", Map.of("locked", false)).expect(200);
        Answer answer = fraud.as("bob")
                .post("decisions", Map.of("checks", List.of(about("user:olga", "view", "fraud/payments"))));

        assertThat(answer.expect(403).code()).isEqualTo("forbidden");
        assertThat(permits(fraud.as("bob"), "view", "fraud/payments")).isTrue();
        assertThat(permits(fraud.as("bob"), "view-access", "fraud/payments")).isFalse();
    }

    @Test
    void the_resource_server_asks_about_anyone() {
        FeatureAccessApi service = fraud.realm().api(fraud.realm().resourceServerToken());

        assertThat(decision(service, about("user:olga", "view", "fraud/vault"))
                        .path("permit")
                        .asBoolean())
                .isTrue();
        assertThat(decision(service, about("user:vic", "view", "fraud/vault"))
                        .path("reasons")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("no-such-node");
        assertThat(decision(service, check("view", "fraud")).path("permit").asBoolean())
                .isFalse();
    }

    @Test
    void a_disabled_user_is_denied_by_the_next_decision_and_permitted_when_enabled_again() {
        FeatureAccessApi service = fraud.realm().api(fraud.realm().resourceServerToken());
        Map<String, String> question = about("user:vic", "view", "fraud");
        assertThat(decision(service, question).path("permit").asBoolean()).isTrue();

        fraud.realm().directory().enable("vic", false);
        assertThat(decision(service, question).path("permit").asBoolean()).isFalse();

        fraud.realm().directory().enable("vic", true);
        assertThat(decision(service, question).path("permit").asBoolean()).isTrue();
    }

    @Test
    void a_removed_user_leaves_nothing_to_a_namesake() {
        fraud.realm().directory().removeUser("vic");
        fraud.realm().directory().user("vic");

        assertThat(permits(fraud.as("vic"), "view", "fraud")).isFalse();
        assertThat(fraud.held("fraud")).containsExactly("user:olga owner");
    }

    @Test
    void an_unknown_action_is_answered_with_those_there_are() {
        Answer answer = fraud.as("vic").post("decisions", Map.of("checks", List.of(check("fly", "fraud"))));

        assertThat(answer.expect(422).json().path("allowed").toString())
                .contains("\"view\"", "\"read-online\"", "\"manage-access\"");
    }

    @Test
    void a_hundred_questions_are_answered_and_one_more_is_too_many() {
        Map<String, String> one = check("view", "fraud");

        assertThat(fraud.as("vic")
                        .post("decisions", Map.of("checks", Collections.nCopies(100, one)))
                        .expect(200)
                        .json()
                        .path("decisions"))
                .hasSize(100);
        assertThat(fraud.as("vic")
                        .post("decisions", Map.of("checks", Collections.nCopies(101, one)))
                        .expect(422)
                        .code())
                .isEqualTo("too-many");
        assertThat(fraud.as("vic")
                        .post("decisions", Map.of("checks", List.of()))
                        .expect(200)
                        .json()
                        .path("decisions"))
                .isEmpty();
    }
}
