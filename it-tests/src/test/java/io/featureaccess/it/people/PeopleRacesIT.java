package io.featureaccess.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.AtOnce;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Admins who take the last of something away at the same moment: one of them does, and the other is told why not. */
@KeycloakTest
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleRacesIT {

    private static final int ROUNDS = 4;

    private TestRealm realm;
    private FeatureAccessApi ada;
    private FeatureAccessApi ben;
    private String ownersId;

    /** The group {@code /owners} alone owns the workspace {@code shared}. */
    @BeforeAll
    void twoAdmins(TestRealm made) {
        realm = made;
        Fraud fraud = new Fraud(realm);
        realm.directory().user("ben");
        realm.directory().clientRole("ben", TestRealm.RESOURCE_SERVER, "admin");
        ada = breakingGlass("ada");
        ben = breakingGlass("ben");
        ownersId = ada.post("groups", Map.of("name", "owners"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        FeatureAccessApi olga = fraud.as("olga");
        olga.createWorkspace("shared", "dev").expect(201);
        join("vic");
        olga.grant("shared", "group:/owners", "owner").expect(200);
        olga.delete(Fraud.taking("shared", "user:olga")).expect(204);
    }

    /** One token for all rounds: a login between them would keep the two from meeting. */
    private FeatureAccessApi breakingGlass(String admin) {
        return realm.api(realm.token(admin, TestRealm.MANAGE)).with(Fraud.BREAK_GLASS, "incident 7");
    }

    private String members() {
        return "groups/" + ownersId + "/members";
    }

    private String member(String name) {
        return members() + "?principal=" + Http.encode("user:" + name);
    }

    private void join(String name) {
        ada.put(members(), Map.of("principal", "user:" + name)).expect(200);
    }

    private static void oneWinsAndTheOtherIsTold(List<Answer> answers, int done, String problem) {
        assertThat(answers).filteredOn(answer -> answer.status() == done).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != done)
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo(problem);
                });
    }

    @Test
    void of_the_last_two_members_of_a_group_that_owns_a_node_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List.of("vic", "bob").forEach(this::join);

            List<Answer> answers =
                    AtOnce.all(List.of(() -> ada.delete(member("vic")), () -> ben.delete(member("bob"))));

            oneWinsAndTheOtherIsTold(answers, 204, "last-owner");
            assertThat(ada.get(members()).expect(200).json().path("total").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_member_who_leaves_and_another_who_is_removed_do_not_both_go() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String guest = "guest-" + round;
            realm.directory().user(guest);
            List.of("vic", guest).forEach(this::join);
            JsonNode others = ada.get(members()).expect(200).json().path("items");
            for (JsonNode other : others) {
                String name = other.path("name").asText();
                if (!List.of("vic", guest).contains(name)) {
                    ada.delete(member(name)).expect(204);
                }
            }

            List<Answer> answers =
                    AtOnce.all(List.of(() -> ada.delete(member("vic")), () -> ben.delete("users/user:" + guest)));

            oneWinsAndTheOtherIsTold(answers, 204, "last-owner");
            assertThat(ada.get(members()).expect(200).json().path("total").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void of_the_last_two_admins_who_step_down_at_once_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = AtOnce.all(List.of(() -> stepDown(ada, "ada"), () -> stepDown(ben, "ben")));

            oneWinsAndTheOtherIsTold(answers, 200, "last-admin");
            bothAreAdminsAgain();
        }
    }

    @Test
    void of_two_admins_who_take_each_others_account_type_one_is_one_no_more() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = AtOnce.all(List.of(() -> stepDown(ada, "ben"), () -> stepDown(ben, "ada")));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 403)
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("forbidden"));
            bothAreAdminsAgain();
        }
    }

    private static Answer stepDown(FeatureAccessApi admin, String whom) {
        return admin.put("users/user:" + whom + "/account-type", Map.of("accountType", "principal"));
    }

    private void bothAreAdminsAgain() {
        List.of("ada", "ben").forEach(admin -> realm.directory().clientRole(admin, TestRealm.RESOURCE_SERVER, "admin"));
    }
}
