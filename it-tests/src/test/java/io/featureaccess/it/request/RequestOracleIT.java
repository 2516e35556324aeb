package io.featureaccess.it.request;

import static io.featureaccess.it.request.RequestDesk.id;
import static io.featureaccess.it.scene.Fraud.at;
import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests tell nobody of nodes, requests and permissions that are hidden from them. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestOracleIT {

    /** A viewer above, somebody without anything, and an admin. */
    private static final List<String> PROBERS = List.of("vic", "bob", "ada");

    private RequestDesk desk;
    private String hiddenRequest;
    private String hiddenPermission;
    private String others;

    /** Carl asked for a role on a project that became secret since, and holds another there. */
    @BeforeAll
    void store(TestRealm realm) {
        desk = new RequestDesk(realm);
        realm.directory().user("carl");
        desk.as("olga").create("market/plans").expect(201);
        hiddenRequest = desk.asked("carl", "market/plans", "editor");
        hiddenPermission = id(desk.as("olga").put(grants("market/plans"), wanted("user:carl", "viewer")));
        desk.as("olga")
                .patch("workspaces/market/projects/plans", Map.of("secret", true))
                .expect(200);
        others = desk.asked("carl", desk.project(), "viewer");
    }

    static Stream<String> probers() {
        return PROBERS.stream();
    }

    static Stream<Arguments> answers() {
        return Stream.of("approve", "reject", "withdraw")
                .flatMap(how -> Stream.of("vic", "bob", "carl", "ada").map(prober -> Arguments.of(prober, how)));
    }

    @ParameterizedTest
    @MethodSource("probers")
    void asking_on_a_hidden_node_answers_as_where_there_is_none(String prober) {
        Answer hidden = desk.ask(prober, "market/plans", "viewer");
        Answer nothing = desk.ask(prober, "market/nothing", "viewer");

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(nothing.body());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void a_hidden_request_answers_as_one_that_is_not_there(String prober, String how) {
        Answer hidden = desk.answer(prober, hiddenRequest, how);
        Answer nothing = desk.answer(prober, "00000000-0000-0000-0000-000000000000", how);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(nothing.body());
    }

    @ParameterizedTest
    @MethodSource("probers")
    void a_hidden_permission_answers_as_one_that_is_not_there(String prober) {
        Answer hidden = desk.revoke(prober, hiddenPermission, "probing");
        Answer nothing = desk.revoke(prober, "00000000-0000-0000-0000-000000000000", "probing");

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(nothing.body());
        assertThat(desk.revoke("carl", hiddenPermission, "probing").body()).isEqualTo(nothing.body());
    }

    @ParameterizedTest
    @MethodSource("probers")
    void somebody_elses_request_on_a_node_that_one_merely_sees_answers_so_too(String prober) {
        if (prober.equals("ada")) {
            assertThat(desk.find("ada", "requests?view=manageable", others)).isPresent();
            return;
        }
        Answer seen = desk.answer(prober, others, "approve");
        Answer nothing = desk.answer(prober, "00000000-0000-0000-0000-000000000000", "approve");

        assertThat(seen.status()).isEqualTo(404);
        assertThat(seen.body()).isEqualTo(nothing.body());
    }

    @Test
    void lists_name_nothing_secret_save_to_owners_and_through_broken_glass() {
        String all = "&state=PENDING&state=GRANTED&state=REVOKED&state=EXPIRED&max=500";
        for (String user : List.of("vic", "bob", "carl", "ada")) {
            for (String list : List.of("requests", "permissions")) {
                for (String view : List.of("mine", "manageable")) {
                    Answer answer =
                            desk.as(user).get(list + "?view=" + view + all).expect(200);
                    assertThat(answer.body()).doesNotContain("plans").doesNotContain("vault");
                }
            }
        }
        assertThat(desk.find("olga", "requests?view=manageable", hiddenRequest)).isPresent();
        assertThat(RequestDesk.list(desk.fraud().breakingGlass("ada"), "requests?view=manageable"))
                .extracting(item -> item.path("node").asText())
                .contains("market/plans");
        assertThat(desk.as("olga")
                        .get("audit?node=market/plans&change=break-glass")
                        .expect(200)
                        .json()
                        .path("items"))
                .isNotEmpty();
    }

    @Test
    void a_token_that_may_not_change_asks_for_nothing() {
        Answer answer = desk.realm()
                .api(desk.realm().token("bob"))
                .post(at("market", "requests"), Map.of("role", "viewer", "reason", "x"));

        assertThat(answer.status() + " " + answer.code()).isEqualTo("403 scope-required");
        assertThat(Fraud.permits(desk.as("bob"), "read-online", "market")).isFalse();
    }
}
