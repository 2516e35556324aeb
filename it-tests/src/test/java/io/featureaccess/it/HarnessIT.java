package io.featureaccess.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ground that all other integration tests stand on. */
@KeycloakTest
@Tag("postgres")
@Tag("smoke")
class HarnessIT {

    @Test
    void server_starts_with_both_jars_and_offers_the_account_theme(Keycloak server) {
        JsonNode info = server.admin().get("serverinfo").expect(200).json();

        assertThat(info.path("themes").path("account").findValuesAsText("name")).contains("feature-access");
    }

    @Test
    void extension_answers_below_the_realm_and_asks_for_a_token(TestRealm realm) {
        Answer answer = realm.api("").get("me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void persons_token_is_meant_for_the_resource_server_and_may_change_things_only_if_asked_for(TestRealm realm) {
        realm.directory().user("alice");

        JsonNode plain = Jwt.payload(realm.token("alice"));
        JsonNode managing = Jwt.payload(realm.token("alice", TestRealm.MANAGE));

        assertThat(plain.path("aud").toString()).contains(TestRealm.RESOURCE_SERVER);
        assertThat(plain.path("iss").asText()).isEqualTo(realm.url());
        assertThat(plain.path("scope").asText()).doesNotContain(TestRealm.MANAGE);
        assertThat(managing.path("scope").asText()).contains(TestRealm.MANAGE);
    }

    @Test
    void groups_are_made_along_their_path_and_joined_and_left(TestRealm realm) {
        String alice = realm.directory().user("alice");
        realm.directory().group("/teams/fraud");

        realm.directory().join("alice", "/teams/fraud");
        assertThat(groupsOf(realm, alice)).containsExactly("/teams/fraud");

        realm.directory().leave("alice", "/teams/fraud");
        assertThat(groupsOf(realm, alice)).isEmpty();
    }

    @Test
    void service_accounts_and_the_resource_server_itself_get_tokens(TestRealm realm) {
        realm.directory().serviceAccount("pipeline", "pipeline-secret");

        JsonNode pipeline = Jwt.payload(realm.clientToken("pipeline", "pipeline-secret"));
        JsonNode resourceServer = Jwt.payload(realm.resourceServerToken());

        assertThat(pipeline.path("sub").asText()).isEqualTo(realm.directory().serviceAccountUserId("pipeline"));
        assertThat(resourceServer.path("azp").asText()).isEqualTo(TestRealm.RESOURCE_SERVER);
    }

    @Test
    void uma_request_reaches_the_resource_server(TestRealm realm) {
        realm.directory().user("alice");

        Answer answer = realm.uma("alice").permission("fraud#no-such-action").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
    }

    @Test
    void counted_statements_are_those_of_the_request_and_of_no_other(Keycloak server, TestRealm realm) {
        realm.directory().user("alice");

        List<String> logIn = server.sql().during(() -> realm.token("alice"));
        List<String> nothing = server.sql().during(() -> {});

        assertThat(logIn).isNotEmpty().anyMatch(sql -> sql.contains("CREDENTIAL") || sql.contains("credential"));
        assertThat(nothing).isEmpty();
    }

    @Test
    void database_of_the_server_is_open_to_the_tests(Keycloak server, TestRealm realm) {
        long realms = server.database().number("SELECT COUNT(*) FROM REALM WHERE NAME = ?", realm.name());

        assertThat(realms).isEqualTo(1);
    }

    private static List<String> groupsOf(TestRealm realm, String userId) {
        return realm.admin()
                .get("users/" + userId + "/groups")
                .expect(200)
                .json()
                .findValuesAsText("path");
    }
}
