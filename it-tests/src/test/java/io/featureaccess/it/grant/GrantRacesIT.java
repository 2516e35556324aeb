package io.featureaccess.it.grant;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.taking;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.AtOnce;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who change the same thing at the same moment. */
@KeycloakTest
@Tag("postgres")
class GrantRacesIT {

    private static final int ROUNDS = 8;

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @Test
    void two_owners_who_take_each_other_leave_one() throws Exception {
        // One token each for all rounds: a log-in between them would keep the two from meeting.
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga", TestRealm.MANAGE));
        FeatureAccessApi bob = fraud.realm().api(fraud.realm().token("bob", TestRealm.MANAGE));
        FeatureAccessApi ada = fraud.breakingGlass("ada");
        for (int round = 0; round < ROUNDS; round++) {
            ada.put(grants("fraud"), List.of(wanted("user:olga", "owner"), wanted("user:bob", "owner")))
                    .expect(200);
            List<Answer> answers = AtOnce.all(List.of(
                    () -> olga.delete(taking("fraud", "user:bob")), () -> bob.delete(taking("fraud", "user:olga"))));

            assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 204).allMatch(answer -> List.of(404, 403, 409)
                    .contains(answer.status()));
            assertThat(ada.get(grants("fraud")).expect(200).json().findValuesAsText("role"))
                    .filteredOn("owner"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void one_grant_sent_many_times_at_once_is_one_grant() throws Exception {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga", TestRealm.MANAGE));
        for (String role : List.of("viewer", "operator", "consumer", "editor")) {
            Callable<Answer> give = () -> olga.put(grants("fraud/payments"), wanted("user:bob", role));
            List<Answer> answers = AtOnce.all(List.of(give, give, give, give));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers.stream().map(answer -> answer.json().path("id")).distinct())
                    .hasSize(1);
        }
        assertThat(fraud.held("fraud/payments"))
                .filteredOn(held -> held.startsWith("user:bob"))
                .hasSize(4);
    }

    @Test
    void one_grant_on_all_workspaces_sent_many_times_at_once_is_one_grant() throws Exception {
        FeatureAccessApi ada = fraud.realm().api(fraud.realm().token("ada", TestRealm.MANAGE));
        Callable<Answer> give = () -> ada.put(grants("*"), wanted("user:bob", "viewer"));
        List<Answer> answers = AtOnce.all(List.of(give, give, give, give));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(ada.get(grants("*")).expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void giving_and_taking_at_once_ends_in_one_or_the_other() throws Exception {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga", TestRealm.MANAGE));
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = AtOnce.all(List.of(
                    () -> olga.put(grants("fraud"), wanted("user:bob", "viewer")),
                    () -> olga.delete(taking("fraud", "user:bob")),
                    () -> olga.put(grants("fraud"), wanted("user:bob", "operator", "replace", true))));

            assertThat(answers).allMatch(answer -> answer.status() < 300);
            assertThat(fraud.held("fraud"))
                    .doesNotHaveDuplicates()
                    .contains("user:olga owner")
                    .allMatch(held -> held.matches("user:(olga owner|vic viewer|bob (viewer|operator))"));
        }
    }
}
