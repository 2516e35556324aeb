package io.featureaccess.it.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lists of service accounts and of their keys cost does not grow with what there is. */
@KeycloakTest
class ServiceAccountStatementsIT {

    private static final int FEW = 3;
    private static final int MANY = 60;

    @Test
    void lists_make_as_many_statements_for_many_as_for_few(TestRealm realm) {
        realm.directory().user("alice");
        realm.admin()
                .put("", Map.of("attributes", Map.of("featureAccess.maxServiceAccounts", "100")))
                .expect(204);
        FeatureAccessApi alice = realm.as("alice");
        make(alice, 0, FEW);
        String first = alice.get("service-accounts?max=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        List<String> questions = List.of("service-accounts?max=500", "service-accounts/" + first + "/keys?max=500");

        List<Integer> atFew = counts(realm, alice, questions);
        make(alice, FEW, MANY);
        for (int key = 0; key < 15; key++) {
            alice.post("service-accounts/" + first + "/keys", Map.of("name", "key " + key))
                    .expect(201);
        }

        assertThat(alice.get(questions.get(0)).expect(200).json().path("items")).hasSize(MANY);
        assertThat(counts(realm, alice, questions)).isEqualTo(atFew);
    }

    private static void make(FeatureAccessApi alice, int from, int to) {
        for (int i = from; i < to; i++) {
            alice.post("service-accounts", Map.of("name", "account " + i)).expect(201);
        }
    }

    /** Each question once before, since the first may fill caches of the server's own. */
    private static List<Integer> counts(TestRealm realm, FeatureAccessApi alice, List<String> questions) {
        return questions.stream()
                .map(question -> {
                    alice.get(question).expect(200);
                    return realm.server().sql().fewest(() -> alice.get(question).expect(200));
                })
                .toList();
    }
}
