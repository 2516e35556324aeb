package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an RPT holds, and what introspection says of it afterwards. */
@KeycloakTest
@Tag("postgres")
class RptIT {

    private static final String RPT = "requesting_party_token";

    private static UmaScene scene;
    private static TestRealm realm;

    @BeforeAll
    static void scene(TestRealm shared) {
        realm = shared;
        scene = new UmaScene(shared);
    }

    @Test
    void an_rpt_comes_without_a_refresh_token() {
        JsonNode answer = realm.uma("alice").send().expect(200).json();
        assertThat(answer.has("refresh_token")).as("%s", answer).isFalse();
        assertThat(answer.path("refresh_expires_in").asInt()).isZero();
    }

    @Test
    void an_rpt_lives_two_minutes_unless_configured() {
        assertThat(lifespan(realm.uma("alice"))).isEqualTo(120);
        scene.setting("featureAccess.rptLifespan", "30");
        assertThat(lifespan(realm.uma("alice"))).isEqualTo(30);
        scene.setting("featureAccess.rptLifespan", "a while");
        assertThat(lifespan(realm.uma("alice"))).isEqualTo(120);
        scene.setting("featureAccess.rptLifespan", "100000");
        assertThat(lifespan(realm.uma("alice"))).isEqualTo(300);
        scene.setting("featureAccess.rptLifespan", "");
    }

    @Test
    void an_rpt_ends_with_the_first_grant_that_it_relies_on() {
        Instant end = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.SECONDS);
        realm.directory().user("carol");
        scene.grantUntil("fraud/payments", "user:carol", "viewer", end);
        Uma request = realm.uma("carol").permission("fraud/payments#view");
        Answer answer = request.send().expect(200);
        JsonNode rpt = Jwt.payload(answer.json().path("access_token").asText());
        assertThat(rpt.path("exp").asLong()).isEqualTo(end.getEpochSecond());
        assertThat(answer.json().path("expires_in").asLong()).isBetween(1L, 40L);
        assertThat(realm.uma("carol").rpt().path("exp").asLong()).isEqualTo(end.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {RPT, ""})
    void introspection_drops_what_is_not_permitted_any_more(String hint) {
        realm.directory().user("dave");
        try {
            scene.grant("fraud/payments", "user:dave", "viewer");
            scene.grant("fraud/payments", "user:dave", "consumer");
            String rpt = UmaScene.token(realm.uma("dave").permission("fraud/payments#view,read-online"));
            assertShows(rpt, hint, "view", "read-online");

            scene.revoke("fraud/payments", "user:dave", "consumer");
            assertShows(rpt, hint, "view");

            scene.revoke("fraud/payments", "user:dave", "viewer");
            assertThat(scene.introspect(rpt, hint).toString()).isEqualTo("{\"active\":false}");

            scene.grant("fraud/payments", "user:dave", "viewer");
            assertShows(rpt, hint, "view");
            realm.directory().enable("dave", false);
            assertThat(scene.introspect(rpt, hint).toString()).isEqualTo("{\"active\":false}");
        } finally {
            realm.directory().removeUser("dave");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RPT, ""})
    void introspection_of_a_service_accounts_rpt_decides_anew_too(String hint) {
        scene.grant("fraud/vault", "service-account:pipeline", "owner");
        String rpt =
                UmaScene.token(realm.uma().client("pipeline", UmaScene.SECRET).permission("fraud/vault#delete"));
        assertThat(scene.introspect(rpt, hint).path("active").asBoolean()).isTrue();
        scene.revoke("fraud/vault", "service-account:pipeline", "owner");
        assertThat(scene.introspect(rpt, hint).toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void an_rpt_passed_off_as_a_refresh_token_shows_no_permissions() {
        String rpt = UmaScene.token(realm.uma().client("pipeline", UmaScene.SECRET));
        JsonNode seen = scene.introspect(rpt, "refresh_token", "pipeline", UmaScene.SECRET);
        assertThat(seen.has("authorization")).as("%s", seen).isFalse();
        assertThat(seen.has("permissions")).as("%s", seen).isFalse();
    }

    @Test
    void introspection_of_a_deleted_nodes_permission_drops_it() {
        realm.as("olivia").create("fraud/payments/shortlived").expect(201);
        String rpt = UmaScene.token(
                realm.uma("olivia").permission("fraud/payments/shortlived#view").permission("fraud/payments#view"));
        realm.as("olivia")
                .delete("workspaces/fraud/projects/payments/feature-sets/shortlived")
                .expect(204);
        JsonNode permissions = scene.introspect(rpt, RPT).path("permissions");
        assertThat(UmaScene.permissions(permissions)).containsExactly("fraud/payments#view");
    }

    @Test
    void introspection_of_tokens_for_other_resource_servers_and_of_plain_tokens_is_stocks_own() {
        StockStore stock = StockStore.create(realm, Map.of("alice", List.of("fraud/payments#view")));
        String rpt = UmaScene.token(stock.uma("alice").permission("fraud/payments#view"));
        JsonNode seen = scene.introspect(rpt, RPT, StockStore.CLIENT, StockStore.SECRET);
        assertThat(UmaScene.permissions(seen.path("permissions"))).containsExactly("fraud/payments#view");
        assertThat(scene.introspect(realm.token("bob"), "").path("active").asBoolean())
                .isTrue();
    }

    /** Without the hint Keycloak mostly leaves the permissions out; what it shows must hold. */
    private static void assertShows(String rpt, String hint, String... actions) {
        JsonNode seen = scene.introspect(rpt, hint);
        assertThat(seen.path("active").asBoolean()).as("%s", seen).isTrue();
        JsonNode permissions = hint.equals(RPT)
                ? seen.path("permissions")
                : seen.path("authorization").path("permissions");
        if (hint.equals(RPT) || !permissions.isEmpty()) {
            assertThat(permissions.get(0).path("scopes"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(actions);
        }
    }

    private static long lifespan(Uma request) {
        JsonNode rpt = request.rpt();
        return rpt.path("exp").asLong() - rpt.path("iat").asLong();
    }
}
