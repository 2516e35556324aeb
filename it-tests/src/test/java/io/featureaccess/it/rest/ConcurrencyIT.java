package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.AtOnce;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Several people at the same thing at the same moment. */
@KeycloakTest
@Tag("postgres")
class ConcurrencyIT {

    private static final int AT_ONCE = 6;

    private TestRealm realm;
    private FeatureAccessApi alice;

    @BeforeEach
    void workspace(TestRealm realm) {
        this.realm = realm;
        realm.directory().user("alice");
        alice = realm.as("alice");
        String token = realm.token("alice", TestRealm.MANAGE);
        alice = realm.api(token);
        alice.createWorkspace("fraud", "dev").expect(201);
    }

    @RepeatedTest(3)
    void same_name_is_given_once() throws Exception {
        List<Answer> answers = atOnce(AT_ONCE, number -> alice.create("fraud/payments"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allMatch(answer -> List.of("name-taken", "changed-meanwhile").contains(answer.code()));
        assertThat(NodesIT.paths(alice.get("workspaces/fraud/projects"))).containsExactly("fraud/payments");
        assertThat(realm.server()
                        .database()
                        .number(
                                "SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE RESOURCE_SERVER_ID = ? AND NAME = ?",
                                realm.directory().clientId(TestRealm.RESOURCE_SERVER),
                                "fraud/payments"))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void changes_of_different_fields_are_all_kept() throws Exception {
        List<Map<String, Object>> changes =
                List.of(Map.of("displayName", "Fraud"), Map.of("description", "All of it"), Map.of("locked", false));

        List<Answer> answers = atOnce(changes.size(), number -> alice.patch("workspaces/fraud", changes.get(number)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        JsonNode node = alice.node("fraud").json();
        assertThat(node.path("displayName").asText()).isEqualTo("Fraud");
        assertThat(node.path("description").asText()).isEqualTo("All of it");
        assertThat(node.path("locked").asBoolean(true)).isFalse();
    }

    @RepeatedTest(3)
    void node_is_not_made_below_a_parent_that_goes() throws Exception {
        alice.create("fraud/payments").expect(201);

        List<Answer> answers = atOnce(
                AT_ONCE,
                number -> number == 0
                        ? alice.delete("workspaces/fraud/projects/payments?recursive=true")
                        : alice.create("fraud/payments/f" + number));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 404, 409);
        long orphans = realm.server()
                .database()
                .number(
                        "SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE RESOURCE_SERVER_ID = ? AND NAME LIKE ?",
                        realm.directory().clientId(TestRealm.RESOURCE_SERVER),
                        "fraud/payments%");
        boolean deleted = answers.get(0).status() == 204;
        assertThat(deleted ? orphans : 0).isZero();
    }

    private interface Numbered {
        Answer call(int number);
    }

    private static List<Answer> atOnce(int count, Numbered call) throws Exception {
        return AtOnce.all(IntStream.range(0, count)
                .<Callable<Answer>>mapToObj(number -> () -> call.call(number))
                .toList());
    }
}
