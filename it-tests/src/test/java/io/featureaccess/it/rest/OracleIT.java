package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who probes names cannot tell a hidden node from one that is not there. */
@KeycloakTest
class OracleIT {

    private TestRealm realm;
    private FeatureAccessApi mallory;

    @BeforeEach
    void hiddenNodes(TestRealm realm) {
        this.realm = realm;
        realm.directory().user("alice");
        realm.directory().user("mallory");
        FeatureAccessApi alice = realm.as("alice");
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/hidden", Map.of("secret", true)).expect(201);
        alice.create("fraud/hidden/cards").expect(201);
        alice.create("fraud/locked", Map.of("locked", true)).expect(201);
        alice.create("fraud/locked/cards").expect(201);
        alice.createWorkspace("private", "dev").expect(201);
        mallory = realm.as("mallory");
    }

    /** Each path beside one of the same form that no node has; {@code PROBE} stands for the body where there is one. */
    @ParameterizedTest
    @CsvSource({
        "GET,    workspaces/private,                                    workspaces/absents",
        "GET,    workspaces/fraud/projects/hidden,                      workspaces/fraud/projects/absent",
        "GET,    workspaces/fraud/projects/hidden,                      workspaces/fraud/projects/ABSENT",
        "GET,    workspaces/fraud/projects/hidden,                      workspaces/fraud/projects/a%2Fb",
        "GET,    workspaces/fraud/projects/hidden/feature-sets/cards,   workspaces/fraud/projects/absent/feature-sets/cards",
        "GET,    workspaces/fraud/projects/hidden/feature-sets/cards,   workspaces/fraud/projects/hidden/feature-sets/absent",
        "GET,    workspaces/fraud/projects/hidden/feature-sets,         workspaces/fraud/projects/absent/feature-sets",
        "GET,    workspaces/private/projects,                           workspaces/absents/projects",
        "PATCH,  workspaces/fraud/projects/hidden,                      workspaces/fraud/projects/absent",
        "DELETE, workspaces/fraud/projects/hidden,                      workspaces/fraud/projects/absent",
        "DELETE, workspaces/fraud/projects/hidden?recursive=true,       workspaces/fraud/projects/absent?recursive=true",
        "POST,   workspaces/private/projects,                           workspaces/absents/projects",
        "POST,   workspaces/fraud/projects/hidden/feature-sets,         workspaces/fraud/projects/absent/feature-sets",
    })
    void hidden_node_answers_as_one_that_is_not_there(String method, String hidden, String absent) {
        assertAlike(method, hidden, absent);
        realm.as("alice").grant("fraud", "user:mallory", "editor").expect(200);
        assertAlike(method, hidden, absent);
    }

    @Test
    void feature_sets_of_a_locked_project_are_hidden_from_those_who_merely_see_it() {
        FeatureAccessApi alice = realm.as("alice");
        alice.patch("workspaces/fraud", Map.of("locked", false)).expect(200);

        mallory.node("fraud/locked").expect(200);
        assertAlike(
                "GET",
                "workspaces/fraud/projects/locked/feature-sets/cards",
                "workspaces/fraud/projects/locked/feature-sets/absent");
        assertThat(NodesIT.paths(mallory.get("workspaces/fraud/projects"))).containsExactly("fraud/locked");
    }

    /** Statements are compared without the comments that make each text unique on the embedded database. */
    @Test
    void hidden_and_absent_nodes_are_asked_for_by_the_same_statements() {
        mallory.get("workspaces");
        for (String path : List.of("workspaces/%s", "workspaces/%s/projects", "workspaces/fraud/projects/%s")) {
            String hidden = path.contains("fraud") ? "hidden" : "private";

            assertThat(statements(path.formatted(hidden))).isEqualTo(statements(path.formatted("absents")));
        }
    }

    @Test
    void below_hidden_and_absent_projects_as_many_statements_are_made() {
        mallory.get("workspaces");
        String below = "workspaces/fraud/projects/%s/feature-sets";

        int absent = statements(below.formatted("absent"));
        assertThat(statements(below.formatted("hidden"))).isEqualTo(absent);
        assertThat(statements(below.formatted("locked"))).isEqualTo(absent);
    }

    @Test
    void hidden_and_absent_names_are_searched_for_by_as_many_statements() {
        mallory.get("workspaces");

        assertThat(searchStatements("hidden")).isEqualTo(searchStatements("absent"));
        assertThat(searchStatements("private/")).isEqualTo(searchStatements("absents/"));
    }

    private int statements(String path) {
        return realm.server().sql().fewest(() -> mallory.get(path).expect(404));
    }

    private int searchStatements(String text) {
        return realm.server().sql().fewest(() -> assertThat(NodesIT.paths(mallory.get("nodes?search=" + text)))
                .isEmpty());
    }

    private void assertAlike(String method, String hidden, String absent) {
        Object body = method.equals("POST") ? Map.of("name", "probe") : Map.of("description", "probe");
        boolean sent = method.equals("POST") || method.equals("PATCH");
        Answer atHidden = mallory.http().send(method, hidden, sent ? body : null);
        Answer atAbsent = mallory.http().send(method, absent, sent ? body : null);

        assertThat(atHidden.status()).isEqualTo(404);
        assertThat(atAbsent.status()).isEqualTo(404);
        assertThat(atHidden.body()).isEqualTo(atAbsent.body());
        assertThat(headers(atHidden)).isEqualTo(headers(atAbsent));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
