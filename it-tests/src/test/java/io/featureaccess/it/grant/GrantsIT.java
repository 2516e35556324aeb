package io.featureaccess.it.grant;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.permits;
import static io.featureaccess.it.scene.Fraud.taking;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Roles are given and taken by those who may, and count from then on. */
@KeycloakTest
@Tag("postgres")
class GrantsIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @Test
    void a_given_role_counts_at_once_and_a_taken_one_no_more() {
        assertThat(permits(fraud.as("bob"), "view", "fraud/payments")).isFalse();

        fraud.as("olga").grant("fraud/payments", "user:bob", "consumer").expect(200);
        assertThat(permits(fraud.as("bob"), "read-online", "fraud/payments/transactions"))
                .isTrue();

        fraud.as("olga").delete(taking("fraud/payments", "user:bob")).expect(204);
        assertThat(permits(fraud.as("bob"), "view", "fraud/payments")).isFalse();
    }

    @Test
    void a_grant_is_answered_with_its_names_and_ids() {
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        JsonNode grant = fraud.as("olga")
                .put(grants("fraud"), wanted("email:bob@example.com", "viewer", "expiresAt", end, "reason", "audit"))
                .expect(200)
                .json();

        assertThat(grant.path("node").asText()).isEqualTo("fraud");
        assertThat(grant.path("principal").asText()).isEqualTo("user:bob");
        assertThat(grant.path("principalId").asText())
                .isEqualTo(fraud.realm().directory().userId("bob"));
        assertThat(grant.path("role").asText()).isEqualTo("viewer");
        assertThat(grant.path("origin").asText()).isEqualTo("direct");
        assertThat(Instant.parse(grant.path("expiresAt").asText())).isEqualTo(end);
        assertThat(grant.path("reason").asText()).isEqualTo("audit");
        assertThat(grant.path("grantedBy").asText()).isEqualTo("user:olga");
        assertThat(grant.has("sleeping")).isFalse();
        assertThat(fraud.as("vic")
                        .get(grants("fraud"))
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0))
                .isEqualTo(grant);
    }

    @Test
    void a_list_is_given_as_a_whole_or_not_at_all() {
        Answer refused = fraud.as("olga")
                .put(grants("fraud"), List.of(wanted("user:bob", "viewer"), wanted("user:nobody", "viewer")));
        assertThat(refused.expect(422).code()).isEqualTo("unknown-principal");
        assertThat(fraud.held("fraud")).containsExactlyInAnyOrder("user:olga owner", "user:vic viewer");

        JsonNode given = fraud.as("olga")
                .put(
                        grants("fraud"),
                        List.of(wanted("user:bob", "viewer"), wanted("user:vic", "editor", "replace", true)))
                .expect(200)
                .json();
        assertThat(given.path("items").findValuesAsText("role")).containsExactly("viewer", "editor");
        assertThat(fraud.held("fraud"))
                .containsExactlyInAnyOrder("user:bob viewer", "user:olga owner", "user:vic editor");
    }

    @Test
    void sending_the_same_again_answers_the_same() {
        JsonNode first = fraud.as("olga")
                .put(grants("fraud"), wanted("user:bob", "viewer"))
                .expect(200)
                .json();
        JsonNode second = fraud.as("olga")
                .put(grants("fraud"), wanted("user:bob", "viewer"))
                .expect(200)
                .json();

        assertThat(second).isEqualTo(first);
        assertThat(fraud.as("olga")
                        .get("audit?node=fraud&change=grant-added&principal=user:bob")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void several_principals_and_one_role_can_be_taken_at_once() {
        fraud.as("olga")
                .put(grants("fraud"), List.of(wanted("user:bob", "viewer"), wanted("user:bob", "operator")))
                .expect(200);
        fraud.as("olga")
                .delete(grants("fraud") + "?principal=user:bob&principal=user:vic&role=viewer")
                .expect(204);

        assertThat(fraud.held("fraud")).containsExactlyInAnyOrder("user:bob operator", "user:olga owner");
    }

    @Test
    void roles_reach_members_of_groups_and_of_groups_below_until_they_leave() {
        fraud.realm().directory().group("/teams/risk");
        fraud.realm().directory().join("bob", "/teams/risk");
        fraud.as("olga").grant("fraud/payments", "group:/teams", "consumer").expect(200);
        assertThat(permits(fraud.as("bob"), "read-online", "fraud/payments")).isTrue();

        fraud.realm().directory().leave("bob", "/teams/risk");
        assertThat(permits(fraud.as("bob"), "read-online", "fraud/payments")).isFalse();
    }

    @Test
    void a_role_on_a_feature_set_needs_one_on_its_project_first() {
        Answer refused = fraud.as("olga").grant("fraud/payments/transactions", "user:bob", "editor");
        assertThat(refused.expect(409).code()).isEqualTo("project-role-required");
        assertThat(refused.json().path("detail").asText()).contains("user:bob", "consumer", "fraud/payments");

        fraud.as("olga").grant("fraud/payments", "user:bob", "consumer").expect(200);
        fraud.as("olga")
                .grant("fraud/payments/transactions", "user:bob", "editor")
                .expect(200);
        fraud.as("olga").delete(taking("fraud/payments", "user:bob")).expect(204);

        JsonNode sleeping = fraud.as("olga")
                .get(grants("fraud/payments/transactions"))
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(sleeping.path("principal").asText()).isEqualTo("user:bob");
        assertThat(sleeping.path("sleeping").asText()).isEqualTo("project-role-required");
        assertThat(sleeping.path("why").asText()).isNotBlank();
    }

    @Test
    void the_last_owner_stays() {
        String owner = "user:olga";
        assertThat(fraud.as("olga").delete(taking("fraud", owner)).expect(409).code())
                .isEqualTo("last-owner");
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS);
        assertThat(fraud.as("olga")
                        .put(grants("fraud"), wanted(owner, "owner", "expiresAt", end))
                        .expect(409)
                        .code())
                .isEqualTo("last-owner");
        assertThat(fraud.as("olga")
                        .put(grants("fraud"), wanted(owner, "viewer", "replace", true))
                        .expect(409)
                        .code())
                .isEqualTo("last-owner");
        assertThat(fraud.held("fraud")).contains("user:olga owner");
    }

    @Test
    void an_owner_who_is_disabled_or_whose_group_is_empty_is_no_owner_left() {
        fraud.realm().directory().group("/empty");
        fraud.as("olga")
                .put(grants("fraud"), List.of(wanted("user:bob", "owner"), wanted("group:/empty", "owner")))
                .expect(200);
        fraud.realm().directory().enable("bob", false);

        assertThat(fraud.as("olga")
                        .delete(taking("fraud", "user:olga"))
                        .expect(409)
                        .code())
                .isEqualTo("last-owner");
        fraud.realm().directory().enable("bob", true);
        fraud.as("olga").delete(taking("fraud", "user:olga")).expect(204);
    }

    @Test
    void all_workspaces_are_for_admins_and_reach_workspaces_made_later() {
        assertThat(fraud.as("olga").get(grants("*")).expect(403).code()).isEqualTo("forbidden");
        assertThat(fraud.as("olga")
                        .put(grants("*"), wanted("user:bob", "viewer"))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        JsonNode grant = fraud.as("ada")
                .put(grants("*"), wanted("user:bob", "viewer"))
                .expect(200)
                .json();
        assertThat(grant.path("node").asText()).isEqualTo("*");
        fraud.as("olga").createWorkspace("later", "dev").expect(201);

        assertThat(permits(fraud.as("bob"), "plan", "later")).isTrue();
        assertThat(fraud.as("ada").get(grants("*")).expect(200).json().path("items"))
                .hasSize(1);
        fraud.as("ada").delete(taking("*", "user:bob", "viewer")).expect(204);
        assertThat(permits(fraud.as("bob"), "plan", "later")).isFalse();
    }

    @Test
    void a_role_ends_at_its_instant() throws InterruptedException {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga", TestRealm.MANAGE));
        FeatureAccessApi bob = fraud.realm().api(fraud.realm().token("bob"));
        Instant end = Instant.now().plusSeconds(10);
        olga.put(grants("fraud"), wanted("user:bob", "viewer", "expiresAt", end))
                .expect(200);
        assertThat(permits(bob, "view", "fraud")).isTrue();

        Thread.sleep(Math.max(0, end.toEpochMilli() - System.currentTimeMillis()) + 50);
        assertThat(permits(bob, "view", "fraud")).isFalse();
        assertThat(olga.get(Fraud.at("fraud", "access") + "?principal=user:bob")
                        .expect(200)
                        .json()
                        .path("why")
                        .get(0)
                        .path("sleeping")
                        .asText())
                .isEqualTo("expired");
    }

    @Test
    void somebody_of_another_realm_is_nobody(Keycloak server) {
        String stranger = server.admin()
                .get("realms/master/users?max=1")
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();

        assertThat(stranger).isNotBlank();
        assertThat(fraud.as("olga")
                        .put(grants("fraud"), wanted("id:" + stranger, "viewer"))
                        .expect(422)
                        .code())
                .isEqualTo("unknown-principal");
    }

    @Test
    void taking_is_refused_for_nobody_and_without_saying_whose() {
        assertThat(fraud.as("olga").delete(grants("fraud")).expect(422).code()).isEqualTo("missing-field");
        assertThat(fraud.as("olga")
                        .delete(taking("fraud", "user:nobody"))
                        .expect(422)
                        .code())
                .isEqualTo("unknown-principal");
        assertThat(fraud.as("olga")
                        .delete(taking("fraud", "user:bob", "king"))
                        .expect(422)
                        .code())
                .isEqualTo("unknown-role");
        assertThat(fraud.as("olga")
                        .delete(taking("fraud", "user:vic", ""))
                        .expect(422)
                        .code())
                .isEqualTo("unknown-role");
        fraud.as("olga").delete(taking("fraud", "user:bob")).expect(204);
        assertThat(fraud.held("fraud")).contains("user:vic viewer");
    }

    @Test
    void a_token_that_may_not_change_things_may_only_read_grants() {
        FeatureAccessApi reading = fraud.realm().api(fraud.realm().token("olga"));

        reading.get(grants("fraud")).expect(200);
        assertThat(reading.put(grants("fraud"), wanted("user:bob", "viewer"))
                        .expect(403)
                        .code())
                .isEqualTo("scope-required");
        assertThat(reading.delete(grants("fraud") + "?principal=" + Http.encode("user:vic"))
                        .expect(403)
                        .code())
                .isEqualTo("scope-required");
    }
}
