package io.featureaccess.it.request;

import static io.featureaccess.it.request.RequestDesk.changes;
import static io.featureaccess.it.request.RequestDesk.id;
import static io.featureaccess.it.request.RequestDesk.text;
import static io.featureaccess.it.scene.Fraud.grants;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.AtOnce;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One request, answered, withdrawn or bereft of its node at the same moment: one thing happens, and all of it. */
@KeycloakTest
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestRacesIT {

    private static final int ROUNDS = 6;
    private static final int BURST = 200;

    private RequestDesk desk;
    private FeatureAccessApi olga;
    private FeatureAccessApi ada;
    private FeatureAccessApi bob;

    @BeforeAll
    void store(TestRealm realm) {
        desk = new RequestDesk(realm);
        // One token each for all rounds: a log-in between them would keep the two from meeting.
        olga = realm.api(realm.token("olga", TestRealm.MANAGE));
        ada = realm.api(realm.token("ada", TestRealm.MANAGE));
        bob = realm.api(realm.token("bob", TestRealm.MANAGE));
    }

    @Test
    void of_two_owners_who_answer_at_once_one_does() throws Exception {
        String p = desk.project();
        for (int round = 0; round < ROUNDS; round++) {
            String id = id(desk.ask(bob, p, "consumer").expect(201));
            List<Answer> answers =
                    AtOnce.all(List.of(() -> answer(olga, id, "approve"), () -> answer(ada, id, "reject")));

            assertOneWon(answers);
            boolean granted = state(id).equals("GRANTED");
            assertThat(holdsSomething(p)).isEqualTo(granted);
            assertThat(granted || state(id).equals("REJECTED")).isTrue();
            if (granted) {
                desk.revoke("olga", id, "next round").expect(200);
            }
        }
    }

    @Test
    void of_approving_and_withdrawing_at_once_one_happens() throws Exception {
        String p = desk.project();
        for (int round = 0; round < ROUNDS; round++) {
            String id = id(desk.ask(bob, p, "consumer").expect(201));
            List<Answer> answers =
                    AtOnce.all(List.of(() -> answer(olga, id, "approve"), () -> answer(bob, id, "withdraw")));

            assertOneWon(answers);
            boolean granted = state(id).equals("GRANTED");
            assertThat(holdsSomething(p)).isEqualTo(granted);
            assertThat(changes(desk.audit("olga", p, "user:bob")).get(0))
                    .isEqualTo(granted ? "grant-added" : "request-withdrawn");
            if (granted) {
                desk.revoke("olga", id, "next round").expect(200);
            }
        }
    }

    @Test
    void what_is_approved_while_its_node_goes_is_either_granted_before_or_not_there() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String p = desk.project();
            String id = id(desk.ask(bob, p, "consumer").expect(201));
            List<Answer> answers = AtOnce.all(List.of(
                    () -> answer(olga, id, "approve"),
                    () -> ada.post("requests/" + id + "/approve", Map.of()),
                    () -> olga.delete("workspaces/market/projects/" + p.substring(7) + "?recursive=true")));

            assertThat(answers.get(2).status()).isEqualTo(204);
            assertThat(answers.subList(0, 2))
                    .allMatch(answer -> List.of(200, 404, 409).contains(answer.status()));
            boolean granted = answers.subList(0, 2).stream().anyMatch(answer -> answer.status() == 200);
            String query = "permissions?view=manageable&state=REVOKED&state=EXPIRED&state=PENDING&state=GRANTED";
            assertThat(text(desk.find("ada", query, id).orElseThrow(), "state"))
                    .isEqualTo(granted ? "REVOKED" : "EXPIRED");
        }
    }

    @Test
    void what_is_asked_for_while_the_node_goes_is_over_with_it() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String p = desk.project();
            List<Answer> answers = AtOnce.all(List.of(
                    () -> desk.ask(bob, p + "/f", "consumer"),
                    () -> olga.delete("workspaces/market/projects/" + p.substring(7) + "?recursive=true")));

            assertThat(answers.get(0).status()).isIn(201, 404);
            assertThat(answers.get(1).status()).isEqualTo(204);
        }
        assertThat(desk.realm()
                        .server()
                        .database()
                        .number("SELECT COUNT(*) FROM FA_PERMISSION r WHERE r.STATE = 'pending'"
                                + " AND NOT EXISTS (SELECT 1 FROM FA_NODE n WHERE n.ID = r.NODE_ID)"))
                .isZero();
    }

    @Test
    void what_is_asked_for_many_times_at_once_is_one_request() throws Exception {
        String p = desk.project();
        Callable<Answer> ask = () -> desk.ask(bob, p, "editor");
        List<Answer> answers = AtOnce.all(List.of(ask, ask, ask, ask, ask, ask));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(RequestDesk::id).distinct()).hasSize(1);
    }

    @Test
    void whoever_is_disabled_meanwhile_is_granted_and_may_do_nothing_until_enabled() {
        String p = desk.project();
        desk.realm().directory().user("dora");
        String id = desk.asked("dora", p, "consumer");
        desk.realm().directory().enable("dora", false);

        desk.answer("olga", id, "approve").expect(200);

        JsonNode access = olga.get("workspaces/market/projects/" + p.substring(7) + "/access?principal=user:dora")
                .expect(200)
                .json();
        assertThat(access.path("actions")).isEmpty();
        desk.realm().directory().enable("dora", true);
        assertThat(Fraud.permits(desk.as("dora"), "read-online", p)).isTrue();
    }

    @Test
    void two_hundred_approvals_at_once_on_one_node_all_succeed_at_the_first_try() throws Exception {
        String p = desk.project();
        List<String> ids = pending(p);
        List<Callable<Answer>> approvals = new ArrayList<>();
        ids.forEach(id -> approvals.add(() -> answer(olga, id, "approve")));

        List<Answer> answers = AtOnce.all(approvals);

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
        assertThat(new HashSet<>(answers.stream()
                        .map(answer -> text(answer.json(), "grantId"))
                        .toList()))
                .hasSize(BURST);
        assertThat(olga.get(grants(p) + "?max=1")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(BURST + 1);
    }

    /** A pending request of each of so many users: one was asked for, the others are like it. */
    private List<String> pending(String p) {
        List<String> crowd = desk.fraud().crowd(BURST);
        String first = id(desk.ask(bob, p, "consumer").expect(201));
        List<String> ids = new ArrayList<>();
        for (String name : crowd) {
            String id = "burst-" + name;
            desk.realm().server().database().update("""
                    INSERT INTO FA_PERMISSION (ID, REALM_ID, ORIGIN, NODE_ID, NODE_PATH, KIND, WORKSPACE_ID, PROJECT_ID, SECRET,
                        PRINCIPAL_ID, PRINCIPAL_TYPE, PRINCIPAL_NAME, USER_ID, ASKED_ROLE, ROLE, REASON, CREATED_AT, STATE, ENDS_AT)
                    SELECT ?, r.REALM_ID, r.ORIGIN, r.NODE_ID, r.NODE_PATH, r.KIND, r.WORKSPACE_ID, r.PROJECT_ID, r.SECRET,
                        u.ID, 'user', u.USERNAME, u.ID, r.ASKED_ROLE, r.ROLE, r.REASON, r.CREATED_AT, r.STATE, r.ENDS_AT
                    FROM FA_PERMISSION r JOIN USER_ENTITY u ON u.REALM_ID = r.REALM_ID
                    WHERE r.ID = ? AND u.USERNAME = ?""", id, first, name);
            ids.add(id);
        }
        return ids;
    }

    private Answer answer(FeatureAccessApi api, String id, String how) {
        return api.post("requests/" + id + "/" + how, Map.of("reason", "decided"));
    }

    private String state(String id) {
        String query = "permissions?view=manageable&state=GRANTED&state=REJECTED&state=WITHDRAWN";
        return text(desk.find("olga", query, id).orElseThrow(), "state");
    }

    private boolean holdsSomething(String node) {
        return olga.get(grants(node))
                .expect(200)
                .json()
                .findValuesAsText("principal")
                .contains("user:bob");
    }

    private static void assertOneWon(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.status() + " " + answer.code())
                .isEqualTo("409 not-pending"));
    }
}
