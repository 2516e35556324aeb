package io.featureaccess.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the client scope {@code feature-access} writes into the tokens of a client that has it. */
@KeycloakTest
@Tag("postgres")
class RolesInTokensIT {

    private static TestRealm realm;
    private static FeatureAccessApi alice;

    @BeforeAll
    static void aClientWithTheScope(TestRealm shared) {
        realm = shared;
        List.of("alice", "bob", "carol", "nobody").forEach(realm.directory()::user);
        realm.directory().group("/teams/fraud");
        realm.directory().join("bob", "/teams/fraud");
        alice = realm.as("alice");
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments").expect(201);
        alice.create("fraud/payments/cards").expect(201);
        alice.create("fraud/hidden", Map.of("secret", true)).expect(201);
        alice.grant("fraud", "group:/teams/fraud", "viewer").expect(200);
        alice.grant("fraud/payments", "user:bob", "consumer").expect(200);
        new TokenScope(realm).giveTo(TestRealm.PUBLIC_CLIENT);
    }

    @Test
    void an_access_token_names_roles_where_they_are_held_and_not_where_they_are_inherited() {
        JsonNode token = Jwt.payload(realm.token("bob"));

        assertThat(token.path("feature_access")).isEqualTo(Json.of("""
                {'accountType':'principal','allWorkspaces':[],
                 'roles':{'fraud':['viewer'],'fraud/payments':['consumer']}}"""));
        assertThat(token.at("/resource_access/feature-store/roles"))
                .isEqualTo(Json.of("['fraud:viewer','fraud/payments:consumer']"));
    }

    @Test
    void a_secret_node_is_named_to_its_owner_alone() {
        assertThat(Jwt.payload(realm.token("alice")).at("/feature_access/roles").has("fraud/hidden"))
                .isTrue();
        assertThat(Jwt.payload(realm.token("bob")).toString()).doesNotContain("hidden");
    }

    @Test
    void who_holds_nothing_has_an_empty_claim_and_no_role_names() {
        JsonNode token = Jwt.payload(realm.token("nobody"));

        assertThat(token.path("feature_access"))
                .isEqualTo(Json.of("{'accountType':'principal','allWorkspaces':[],'roles':{}}"));
        assertThat(token.path("resource_access").has("feature-store")).isFalse();
    }

    @Test
    void the_next_token_knows_what_was_given_and_taken() {
        alice.grant("fraud/payments", "user:carol", "operator").expect(200);
        assertThat(Jwt.payload(realm.token("carol")).at("/feature_access/roles"))
                .isEqualTo(Json.of("{'fraud/payments':['operator']}"));

        alice.revoke("fraud/payments", "user:carol", "operator").expect(204);
        assertThat(Jwt.payload(realm.token("carol")).at("/feature_access/roles"))
                .isEmpty();
    }

    @Test
    void id_token_userinfo_and_introspection_say_the_same() {
        Map<String, String> login =
                Map.of("client_id", TestRealm.PUBLIC_CLIENT, "username", "bob", "password", "bob", "scope", "openid");
        JsonNode answer =
                realm.server().passwordGrant(realm.name(), login).expect(200).json();
        String access = answer.path("access_token").asText();
        JsonNode claim = Jwt.payload(access).path("feature_access");

        assertThat(claim.path("roles")).hasSize(2);
        assertThat(Jwt.payload(answer.path("id_token").asText()).path("feature_access"))
                .isEqualTo(claim);
        assertThat(userinfo(access).path("feature_access")).isEqualTo(claim);
        assertThat(introspection(access).path("feature_access")).isEqualTo(claim);
    }

    @Test
    void tokens_are_signed_so_that_feast_takes_them() {
        String header = realm.token("bob").split("\\.")[0];

        assertThat(Json.parse(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                        .path("alg")
                        .asText())
                .isEqualTo("RS256");
    }

    @Test
    void an_rpt_carries_decisions_and_no_roles() {
        JsonNode rpt = realm.uma("bob").permission("fraud/payments#view").rpt();

        assertThat(rpt.at("/authorization/permissions")).hasSize(1);
        assertThat(rpt.has("feature_access")).isFalse();
    }

    @Test
    void a_token_costs_one_statement_whatever_is_held() {
        assertThat(grantsRead("nobody")).isEqualTo(1);
        assertThat(grantsRead("alice")).isEqualTo(1);
        assertThat(grantsRead("bob")).isEqualTo(1);
    }

    private static long grantsRead(String user) {
        return realm.server().sql().during(() -> realm.token(user)).stream()
                .filter(statement -> statement.contains("FA_GRANT"))
                .count();
    }

    private static JsonNode userinfo(String token) {
        URI address = URI.create(realm.url() + "/protocol/openid-connect/userinfo");
        return Http.send("GET", address, Map.of("Authorization", "Bearer " + token), null)
                .expect(200)
                .json();
    }

    private static JsonNode introspection(String token) {
        URI address = URI.create(realm.url() + "/protocol/openid-connect/token/introspect");
        return Http.form(
                        address,
                        Map.of(),
                        List.of(
                                Map.entry("token", token),
                                Map.entry("client_id", TestRealm.RESOURCE_SERVER),
                                Map.entry("client_secret", TestRealm.RESOURCE_SERVER_SECRET)))
                .expect(200)
                .json();
    }
}
