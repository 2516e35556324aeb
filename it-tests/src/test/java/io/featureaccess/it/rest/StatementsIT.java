package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a request costs does not grow with what there is. */
@KeycloakTest
@Tag("postgres")
class StatementsIT {

    private static final int FEW = 10;
    private static final int MANY = 1000;
    private static final List<String> QUESTIONS = List.of(
            "workspaces",
            "workspaces/fraud",
            "workspaces/fraud/projects?max=500",
            "workspaces/fraud/projects?first=5&max=5",
            "workspaces/fraud/projects/p0003",
            "workspaces/fraud/projects/p0003/feature-sets?max=500",
            "nodes?search=p0&max=500",
            "nodes?search=fraud/&first=5&max=5",
            "me",
            "me/access?max=500",
            "me/access?kind=project&action=delete");

    @Test
    void questions_make_as_many_statements_at_a_thousand_nodes_as_at_ten(TestRealm realm) {
        realm.directory().user("alice");
        realm.directory().user("bob");
        FeatureAccessApi alice = realm.as("alice");
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.grant("fraud", "user:bob", "consumer").expect(200);
        FeatureAccessApi bob = realm.as("bob");

        fill(alice, 0, FEW);
        List<Integer> atFew = counts(realm, bob);
        int creationAtFew = creation(realm, alice, "few");
        fill(realm.as("alice"), FEW, MANY);
        List<Integer> atMany = counts(realm, bob);
        int creationAtMany = creation(realm, realm.as("alice"), "many");

        assertThat(bob.get("workspaces/fraud/projects?max=500").json().path("items"))
                .hasSize(500);
        assertThat(atMany).isEqualTo(atFew);
        assertThat(creationAtMany).isEqualTo(creationAtFew);
        assertThat(atFew).allMatch(count -> count <= 8);
    }

    private static void fill(FeatureAccessApi alice, int from, int to) {
        for (int i = from; i < to; i++) {
            alice.create("fraud/p%04d".formatted(i)).expect(201);
        }
    }

    /** Each question twice, since the first may fill caches of the server's own. */
    private static List<Integer> counts(TestRealm realm, FeatureAccessApi bob) {
        List<Integer> counts = new ArrayList<>();
        for (String question : QUESTIONS) {
            bob.get(question).expect(200);
            counts.add(realm.server().sql().fewest(() -> bob.get(question)));
        }
        return counts;
    }

    private static int creation(TestRealm realm, FeatureAccessApi alice, String name) {
        alice.create("fraud/" + name + "-before", Map.of("secret", true)).expect(201);
        AtomicInteger made = new AtomicInteger();
        return realm.server().sql().fewest(() -> alice.create("fraud/" + name + "-" + made.incrementAndGet())
                .expect(201));
    }
}
