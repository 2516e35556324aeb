package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request for permissions may ask, and what it gets. */
@KeycloakTest
@Tag("postgres")
class UmaPermissionsIT {

    private static UmaScene scene;
    private static TestRealm realm;

    @BeforeAll
    static void scene(TestRealm shared) {
        realm = shared;
        scene = new UmaScene(shared);
    }

    @Test
    void of_the_actions_asked_for_a_token_has_just_the_permitted_ones() {
        assertThat(alice("fraud/payments/transactions#view,read-online,delete"))
                .containsExactly("fraud/payments/transactions#read-online,view");
    }

    @Test
    void a_node_without_actions_gives_every_permitted_action() {
        assertThat(alice("fraud/payments/merchants")).containsExactly(UmaScene.OF_ALICE.get(1));
    }

    @Test
    void a_node_may_be_named_by_its_id_which_is_the_rsid() {
        String id = scene.id("fraud/payments");
        JsonNode permissions = request(id + "#view").rpt().path("authorization").path("permissions");
        assertThat(permissions.findValuesAsText("rsid")).containsExactly(id);
        assertThat(UmaScene.permissions(permissions)).containsExactly("fraud/payments#view");
    }

    @Test
    void several_permissions_are_answered_each_and_those_for_one_node_together() {
        assertThat(alice(
                        "fraud/payments/transactions#view",
                        "fraud/payments#read-online",
                        "fraud/payments/transactions#read-offline,delete"))
                .containsExactly("fraud/payments/transactions#read-offline,view", "fraud/payments#read-online");
    }

    @Test
    void denied_and_unknown_nodes_drop_out_of_the_answer_alike() {
        assertThat(alice("fraud/payments#view", "fraud/vault#view", "fraud/no-such#view", "fraud/payments#delete"))
                .containsExactly("fraud/payments#view");
    }

    @Test
    void decision_mode_says_yes_where_anything_is_permitted() {
        Answer answer = request("fraud/payments#view,delete").mode("decision").send();
        assertThat(answer.expect(200).body()).isEqualTo("{\"result\":true}");
        request("fraud/payments#delete").mode("decision").send().expect(403);
        assertThat(realm.uma("alice").mode("decision").send().expect(200).body())
                .isEqualTo("{\"result\":true}");
        realm.uma("bob").mode("decision").send().expect(403);
    }

    @Test
    void permissions_mode_lists_what_is_permitted_without_a_token() {
        Answer answer =
                request("fraud/payments#view,delete").mode("permissions").send();
        assertThat(UmaScene.permissions(answer)).containsExactly("fraud/payments#view");
        request("fraud/payments#delete").mode("permissions").send().expect(403);
    }

    @Test
    void an_unknown_mode_is_refused_as_stock_does() {
        Answer answer = request("fraud/payments#view").mode("guess").send().expect(400);
        assertThat(answer.body()).contains("invalid_request", "Invalid response_mode");
    }

    @Test
    void everything_i_may_access_is_where_i_hold_a_role_in_path_order() {
        assertThat(UmaScene.permissions(realm.uma("alice"))).isEqualTo(UmaScene.OF_ALICE);
        assertThat(UmaScene.permissions(realm.uma("olivia"))).hasSize(6);
    }

    @Test
    void whoever_holds_no_role_may_access_nothing() {
        Answer answer = realm.uma("bob").send().expect(403);
        assertThat(answer.error()).isEqualTo("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-type", "resource-type-any", "resource-type-instance", "resource-type-owner"})
    void a_type_stands_for_my_nodes_of_that_kind(String form) {
        assertThat(alice(form + ":project")).containsExactly(UmaScene.OF_ALICE.get(0));
        assertThat(alice(form + ":feature-set#manage-jobs")).containsExactly("fraud/payments/merchants#manage-jobs");
        request(form + ":workspace").send().expect(403);
        request(form + ":no-such-kind").send().expect(403);
    }

    @Test
    void an_action_alone_stands_for_my_nodes_that_permit_it() {
        assertThat(alice("#trigger-jobs")).containsExactly("fraud/payments/merchants#trigger-jobs");
        assertThat(alice("#trigger-jobs,read-online"))
                .containsExactly(
                        "fraud/payments#read-online",
                        "fraud/payments/merchants#read-online,trigger-jobs",
                        "fraud/payments/transactions#read-online");
        request("#delete").send().expect(403);
    }

    @Test
    void the_limit_counts_permitted_nodes_in_path_order() {
        assertThat(UmaScene.permissions(realm.uma("alice").field("response_permissions_limit", "2")))
                .isEqualTo(UmaScene.OF_ALICE.subList(0, 2));
        assertThat(UmaScene.permissions(request(
                                "fraud/payments/transactions#view",
                                "fraud/vault#view",
                                "fraud/payments/merchants#view",
                                "fraud/payments#view")
                        .field("response_permissions_limit", "2")))
                .containsExactly("fraud/payments#view", "fraud/payments/merchants#view");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void a_limit_of_nothing_permits_nothing(String limit) {
        realm.uma("alice").field("response_permissions_limit", limit).send().expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "10001", "99999999999"})
    void a_limit_that_is_no_reasonable_number_is_refused(String limit) {
        Answer answer =
                realm.uma("alice").field("response_permissions_limit", limit).send();
        assertThat(answer.expect(400).error()).isEqualTo("invalid_request");
    }

    @Test
    void names_can_be_left_out_of_the_permissions() {
        Answer answer = request("fraud/payments#view")
                .mode("permissions")
                .field("response_include_resource_name", "false")
                .send();
        assertThat(answer.expect(200).json().get(0).path("rsname").isNull()
                        || answer.json().get(0).path("rsname").isMissingNode())
                .as(answer.body())
                .isTrue();
    }

    @Test
    void nodes_have_no_uris_so_that_none_is_found_by_one() {
        for (String matching : List.of("true", "false")) {
            Answer answer = request("/fraud/payments#view", "fraud/payments#view")
                    .field("permission_resource_format", "uri")
                    .field("permission_resource_matching_uri", matching)
                    .send();
            assertThat(answer.expect(403).error()).isEqualTo("access_denied");
        }
        assertThat(UmaScene.permissions(request("#trigger-jobs").field("permission_resource_format", "uri")))
                .containsExactly("fraud/payments/merchants#trigger-jobs");
    }

    @Test
    void an_unknown_way_to_name_nodes_is_refused_and_does_not_mean_everything() {
        Answer answer = request("fraud/vault")
                .field("permission_resource_format", "name")
                .send();
        assertThat(answer.expect(400).error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fraud/payments#own", "fraud/vault#own", "fraud/no-such#own", "fraud/payments#view,own", "#own"})
    void an_unknown_action_is_refused_before_any_node_is_looked_up(String permission) {
        Answer answer = request(permission).send().expect(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.body()).contains("'own'", "view-access", "suppress-recreates");
        assertThat(answer.body()).isEqualTo(request("fraud#own").send().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "fraud#view#delete"})
    void a_permission_that_asks_for_nothing_is_refused(String permission) {
        assertThat(request(permission).send().expect(400).error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Fraud/payments", "fraud//payments", "../fraud", "fraud/payments/transactions/x", "' OR 1=1"})
    void what_can_name_no_node_is_denied_like_one_that_does_not_exist(String node) {
        Answer odd = request(node + "#view").send().expect(403);
        assertThat(odd.body()).isEqualTo(request("fraud/no-such#view").send().body());
    }

    @Test
    void more_nodes_than_a_token_should_hold_are_refused_unless_the_request_sets_a_limit() {
        scene.setting("featureAccess.maxPermissions", "2");
        try {
            Answer refused = realm.uma("alice").send().expect(400);
            assertThat(refused.error()).isEqualTo("invalid_request");
            assertThat(refused.body()).contains("more than 2 nodes", "response_permissions_limit");
            assertThat(realm.uma("alice").mode("decision").send().expect(200).body())
                    .contains("true");
            assertThat(UmaScene.permissions(realm.uma("alice").field("response_permissions_limit", "3")))
                    .isEqualTo(UmaScene.OF_ALICE);
            assertThat(alice("fraud/payments", "fraud/payments/merchants", "fraud/payments/transactions"))
                    .hasSize(3);
        } finally {
            scene.setting("featureAccess.maxPermissions", "");
        }
    }

    @Test
    void permissions_that_keycloak_drops_for_their_length_do_not_become_everything() {
        Uma request = realm.uma("alice");
        IntStream.range(0, 200).forEach(number -> request.permission("fraud/no-such-project-" + number + "#view"));
        assertThat(request.send().expect(400).error()).isEqualTo("invalid_request");
    }

    @Test
    void the_scope_parameter_adds_actions_as_it_does_in_stock() {
        assertThat(UmaScene.permissions(request("fraud/payments#view").field("scope", "read-online delete")))
                .containsExactly("fraud/payments#read-online,view");
    }

    @Test
    void one_decision_costs_one_statement_of_ours_also_by_path_and_for_many_nodes() {
        Uma warm =
                request("fraud/payments#view", "fraud/payments/merchants#view").mode("decision");
        warm.send().expect(200);
        List<String> statements = realm.server().sql().during(() -> warm.send().expect(200));
        assertThat(statements.stream().filter(UmaPermissionsIT::isOurs))
                .as("%s", statements)
                .hasSize(1);
    }

    private static boolean isOurs(String statement) {
        return statement.toLowerCase(Locale.ROOT).contains("fa_");
    }

    private static Uma request(String... permissions) {
        Uma request = realm.uma("alice");
        List.of(permissions).forEach(request::permission);
        return request;
    }

    private static List<String> alice(String... permissions) {
        return UmaScene.permissions(request(permissions));
    }
}
