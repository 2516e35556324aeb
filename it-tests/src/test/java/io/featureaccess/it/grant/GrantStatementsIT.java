package io.featureaccess.it.grant;

import static io.featureaccess.it.scene.Fraud.at;
import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand grants make as many statements as ten. */
@KeycloakTest
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantStatementsIT {

    private static final List<String> ROLES = List.of("viewer", "operator", "consumer", "data-reader");

    private Fraud fraud;
    private Keycloak server;

    @BeforeAll
    void stores(TestRealm realm, Keycloak keycloak) {
        server = keycloak;
        fraud = new Fraud(realm);
        FeatureAccessApi olga = fraud.as("olga");
        olga.createWorkspace("few", "dev").expect(201);
        olga.createWorkspace("many", "dev").expect(201);
        List<Map<String, Object>> all = new ArrayList<>();
        fraud.crowd(250).forEach(name -> ROLES.forEach(role -> all.add(wanted("user:" + name, role))));
        olga.put(grants("few"), all.subList(0, 10)).expect(200);
        olga.put(grants("many"), all.subList(0, 500)).expect(200);
        olga.put(grants("many"), all.subList(500, 1000)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"grants?max=500", "access?max=500", "access?type=user&first=1", "access?principal=user:bob"})
    void reading_costs_the_same(String what) {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga"));
        Runnable few = () -> olga.get(at("few", what)).expect(200);
        Runnable many = () -> olga.get(at("many", what)).expect(200);
        few.run();
        many.run();

        assertThat(server.sql().fewest(many)).isEqualTo(server.sql().fewest(few));
    }

    @ParameterizedTest
    @ValueSource(strings = {"few", "many"})
    void deciding_costs_the_same_for_one_question_and_a_hundred(String node) {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga"));
        List<Map<String, String>> checks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String about = "user:" + String.format("crowd-%04d", i);
            checks.add(Map.of("principal", about, "action", "view", "node", node));
        }
        Runnable one = () ->
                olga.post("decisions", Map.of("checks", checks.subList(0, 1))).expect(200);
        Runnable hundred =
                () -> olga.post("decisions", Map.of("checks", checks)).expect(200);
        one.run();
        hundred.run();

        assertThat(server.sql().fewest(hundred)).isEqualTo(server.sql().fewest(one));
    }
}
