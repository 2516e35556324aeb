package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tokens open the API, and which do not whatever else they are good for. */
@KeycloakTest
class TokenIT {

    private TestRealm realm;

    @BeforeEach
    void person(TestRealm realm) {
        this.realm = realm;
        realm.directory().user("alice");
    }

    @Test
    void token_for_the_resource_server_opens_the_api() {
        JsonNode me = realm.api(realm.token("alice")).get("me").expect(200).json();

        assertThat(me.path("principal").asText()).isEqualTo("user:alice");
        assertThat(me.path("accountType").asText()).isEqualTo("principal");
    }

    @Test
    void without_a_token_there_is_no_answer() {
        refuse("");

        Answer challenge = realm.api("").get("me");
        assertThat(challenge.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"" + realm.name() + "\"");
        assertThat(challenge.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_is_no_token_is_refused() {
        refuse("x");
        refuse("a.b.c");
        refuse("..");
        refuse("e30.e30.e30");
        assertThat(realm.api("")
                        .with("Authorization", "Basic YWxpY2U6YWxpY2U=")
                        .get("me")
                        .status())
                .isEqualTo(401);
        assertThat(realm.api("").with("Authorization", "Bearer").get("me").status())
                .isEqualTo(401);
        assertThat(realm.api("")
                        .with("Authorization", "Bearer  " + realm.token("alice"))
                        .get("me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void token_for_another_audience_is_refused() {
        realm.directory().publicClient("other", "other-api");
        realm.directory().publicClient("nowhere");

        refuse(realm.tokenFrom("other", "alice"));
        refuse(realm.tokenFrom("nowhere", "alice"));
    }

    @Test
    void token_of_another_realm_is_refused_though_the_same_key_signed_it(Keycloak server) {
        try (TestRealm other = server.newRealm()) {
            other.directory().user("alice");

            refuse(other.token("alice"));
        }
    }

    @Test
    void requesting_party_token_is_refused() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        String rpt = realm.uma("alice")
                .permission("fraud#view")
                .send()
                .expect(200)
                .json()
                .path("access_token")
                .asText();

        assertThat(Jwt.payload(rpt).has("authorization")).isTrue();
        assertThat(Jwt.payload(rpt).path("aud").toString()).contains(TestRealm.RESOURCE_SERVER);
        refuse(rpt);
    }

    @Test
    void expired_token_is_refused() throws InterruptedException {
        realm.admin().put("", Map.of("accessTokenLifespan", 1)).expect(204);
        String token = realm.token("alice");
        Thread.sleep(2500);

        refuse(token);
    }

    @Test
    void identity_and_refresh_tokens_are_no_access_tokens() {
        Answer answer = realm.server()
                .passwordGrant(
                        realm.name(),
                        Map.of(
                                "client_id",
                                TestRealm.PUBLIC_CLIENT,
                                "username",
                                "alice",
                                "password",
                                "alice",
                                "scope",
                                "openid"));

        refuse(answer.expect(200).json().path("id_token").asText());
        refuse(answer.json().path("refresh_token").asText());
    }

    @Test
    void forged_tokens_are_refused() {
        String token = realm.token("alice");

        refuse(ForgedTokens.withPayload(token, "\"azp\":\"notebook\"", "\"azp\":\"feature-store\""));
        refuse(ForgedTokens.withPayload(token, "\"scope\":\"", "\"scope\":\"feature-access:manage "));
        refuse(ForgedTokens.withOtherSignature(token));
        refuse(ForgedTokens.unsigned(token));
        refuse(ForgedTokens.withoutAlgorithm(token));
        refuse(ForgedTokens.signedByEverybody(token, TestRealm.RESOURCE_SERVER_SECRET));
        assertThat(realm.api(token).get("me").status()).isEqualTo(200);
    }

    @Test
    void disabled_person_is_refused_at_once() {
        String token = realm.token("alice");
        realm.directory().enable("alice", false);

        refuse(token);
    }

    @Test
    void removed_person_is_refused_at_once() {
        String token = realm.token("alice");
        realm.directory().removeUser("alice");

        refuse(token);
    }

    @Test
    void token_of_a_disabled_client_is_refused_at_once() {
        realm.directory().publicClient("other", TestRealm.RESOURCE_SERVER);
        String token = realm.tokenFrom("other", "alice");
        assertThat(realm.api(token).get("me").status()).isEqualTo(200);

        realm.admin()
                .put("clients/" + realm.directory().clientId("other"), Map.of("clientId", "other", "enabled", false))
                .expect(204);

        refuse(token);
    }

    @Test
    void token_of_an_ended_session_is_refused() {
        String token = realm.token("alice");
        realm.admin()
                .post("users/" + realm.directory().userId("alice") + "/logout", "{}")
                .expect(204);

        refuse(token);
    }

    @Test
    void token_from_before_the_realms_not_before_is_refused() throws InterruptedException {
        String token = realm.token("alice");
        Thread.sleep(1100);
        long now = System.currentTimeMillis() / 1000;
        realm.admin().put("", Map.of("notBefore", now)).expect(204);

        refuse(token);
    }

    @Test
    void changes_need_the_scope_and_questions_do_not() {
        FeatureAccessApi looking = realm.api(realm.token("alice"));
        FeatureAccessApi managing = realm.as("alice");
        managing.createWorkspace("fraud", "dev").expect(201);

        for (Answer refused : new Answer[] {
            looking.createWorkspace("other", "dev"),
            looking.patch("workspaces/fraud", Map.of("description", "x")),
            looking.delete("workspaces/fraud"),
            looking.patch("workspaces/nowhere", "no JSON")
        }) {
            refused.expect(403);
            assertThat(refused.code()).isEqualTo("scope-required");
            assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", TestRealm.MANAGE);
        }
        looking.post("decisions", Json.of("{'checks':[{'action':'view','node':'fraud'}]}"))
                .expect(200);
        looking.node("fraud").expect(200);
    }

    @Test
    void account_console_changes_things_without_the_scope() {
        String id = realm.directory().clientId("account-console");
        ObjectNode client =
                (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
        realm.admin()
                .put("clients/" + id, client.put("directAccessGrantsEnabled", true))
                .expect(204);
        String token = realm.tokenFrom("account-console", "alice");

        assertThat(Jwt.payload(token).path("scope").asText()).doesNotContain(TestRealm.MANAGE);
        realm.api(token).createWorkspace("fraud", "dev").expect(201);
    }

    @Test
    void resource_server_itself_changes_things_without_the_scope_and_is_a_principal_like_others() {
        FeatureAccessApi server = realm.api(realm.resourceServerToken());

        JsonNode me = server.get("me").expect(200).json();
        server.createWorkspace("fraud", "dev").expect(201);

        assertThat(me.path("principal").asText()).isEqualTo("service-account:" + TestRealm.RESOURCE_SERVER);
        assertThat(me.path("principalId").asText())
                .isEqualTo(realm.directory().serviceAccountUserId(TestRealm.RESOURCE_SERVER));
    }

    @Test
    void resource_server_has_the_name_that_the_realm_gives_it() {
        realm.directory().serviceAccount("other-store", "other-secret");
        ObjectNode attributes = (ObjectNode)
                realm.admin().get("").expect(200).json().path("attributes").deepCopy();
        attributes.put("featureAccess.client", "other-store");
        realm.admin().put("", Map.of("attributes", attributes)).expect(204);

        refuse(realm.token("alice"));
        realm.api(realm.clientToken("other-store", "other-secret")).get("me").expect(200);
    }

    @Test
    void realm_without_a_resource_server_says_so() {
        String token = realm.token("alice");
        realm.admin()
                .delete("clients/" + realm.directory().clientId(TestRealm.RESOURCE_SERVER))
                .expect(204);

        Answer answer = realm.api(token).get("me").expect(404);
        assertThat(answer.code()).isEqualTo("not-enabled");
    }

    @Test
    void admin_is_who_the_model_says_and_no_token() {
        String before = realm.as("alice").createWorkspace("fraud", "live").code();
        FeatureAccessApi alice = realm.as("alice");
        realm.directory().clientRole("alice", TestRealm.RESOURCE_SERVER, "admin");

        assertThat(before).isEqualTo("forbidden");
        alice.createWorkspace("fraud", "live").expect(201);
        assertThat(alice.get("me").expect(200).json().path("accountType").asText())
                .isEqualTo("admin");
    }

    private void refuse(String token) {
        Answer answer = realm.api(token).get("me");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"" + realm.name() + "\"");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
