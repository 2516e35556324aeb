package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for names learns nothing: unknown, secret and merely denied nodes answer alike, and leave alike events. */
@KeycloakTest
@Tag("postgres")
class UmaOracleIT {

    private static final String UNKNOWN = "fraud/no-such";

    private static UmaScene scene;
    private static TestRealm realm;
    private static Events events;

    @BeforeAll
    static void scene(TestRealm shared) {
        realm = shared;
        scene = new UmaScene(shared);
        events = Events.of(shared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "decision", "permissions", "guess"})
    void every_refusal_is_the_same(String mode) {
        String secret = scene.id("fraud/vault");
        List<String> refused = List.of(
                "fraud/vault",
                "fraud/vault/keys",
                "fraud",
                secret,
                UUID.randomUUID().toString(),
                "fraud/payments/no-such",
                "no-such",
                "no-such/a/b",
                "Not A Path");
        for (String submit : List.of("", "true", "false")) {
            Seen unknown = ask(UNKNOWN, mode, submit);
            assertThat(unknown.answer().status()).isEqualTo(403);
            for (String node : refused) {
                Seen other = ask(node, mode, submit);
                assertThat(other.answer().status())
                        .as(node)
                        .isEqualTo(unknown.answer().status());
                assertThat(other.answer().body())
                        .as(node)
                        .isEqualTo(unknown.answer().body());
                assertThat(other.answer().headers().map().keySet())
                        .as(node)
                        .isEqualTo(unknown.answer().headers().map().keySet());
                assertThat(other.event()).as(node).isEqualTo(unknown.event());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud/vault", "fraud/no-such", "fraud/vault/keys"})
    void what_is_denied_among_permitted_drops_out_without_a_trace(String node) {
        Answer answer = realm.uma("alice")
                .permission(node + "#view")
                .permission("fraud/payments#view")
                .mode("permissions")
                .send();
        Answer alone = realm.uma("alice")
                .permission("fraud/payments#view")
                .mode("permissions")
                .send();
        assertThat(answer.expect(200).body()).isEqualTo(alone.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud/vault", "fraud/no-such"})
    void an_upgrade_is_refused_alike(String node) {
        String rpt = UmaScene.token(realm.uma("alice").permission("fraud/payments#view"));
        Answer answer =
                realm.uma("alice").field("rpt", rpt).permission(node + "#view").send();
        assertThat(answer.expect(403).body())
                .isEqualTo(ask(UNKNOWN, "", "").answer().body());
    }

    private record Seen(Answer answer, JsonNode event) {}

    private static Seen ask(String node, String mode, String submit) {
        Uma request = realm.uma("alice").permission(node + "#view");
        if (!mode.isEmpty()) {
            request.mode(mode);
        }
        if (!submit.isEmpty()) {
            request.field("submit_request", submit);
        }
        Answer[] answer = new Answer[1];
        ObjectNode event = events.of(() -> answer[0] = request.send()).deepCopy();
        event.remove(List.of("id", "time", "sessionId"));
        event.withObject("/details").remove("permission");
        return new Seen(answer[0], event);
    }
}
