package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies that an administrator adds to ours, in the admin console: all of them have to permit. */
@KeycloakTest
@Tag("postgres")
class OtherPoliciesIT {

    private static final String FEATURE_SET = "fraud/payments/transactions";
    private static final List<String> MODES = List.of("decision", "permissions", "token");
    private static final String TEMPORARY = "for a while";

    private static UmaScene scene;
    private static JsonApi server;

    @BeforeAll
    static void scene(TestRealm shared) {
        scene = new UmaScene(shared);
        server = shared.admin()
                .at("clients/" + shared.directory().clientId(TestRealm.RESOURCE_SERVER) + "/authz/resource-server");
        user("not alice", "NEGATIVE", "alice");
        user("not bob", "NEGATIVE", "bob");
    }

    private static void user(String name, String logic, String username) {
        String id = scene.realm().directory().userId(username);
        server.post("policy/user", Map.of("name", name, "logic", logic, "users", List.of(id)))
                .expect(201);
    }

    @AfterEach
    void removed() {
        server.get("permission?name=" + TEMPORARY.replace(" ", "%20"))
                .expect(200)
                .json()
                .forEach(found ->
                        server.delete("policy/" + found.path("id").asText()).expect(204));
        assertAnswers("view", 200);
    }

    /** Where a permission may be put, in the words of the administration API. */
    private enum Place {
        NODE("resource", () -> Map.of("resources", List.of(scene.id(FEATURE_SET)))),
        KIND("resource", () -> Map.of("resourceType", "feature-set")),
        ACTION("scope", () -> Map.of("scopes", List.of("view"))),
        ACTION_ON_NODE("scope", () -> Map.of("scopes", List.of("view"), "resources", List.of(scene.id(FEATURE_SET))));

        private final String type;
        private final Supplier<Map<String, Object>> where;

        Place(String type, Supplier<Map<String, Object>> where) {
            this.type = type;
            this.where = where;
        }

        void put(String policy) {
            Map<String, Object> permission = new TreeMap<>(where.get());
            permission.put("name", TEMPORARY);
            permission.put("policies", List.of(policy));
            server.post("permission/" + type, permission).expect(201);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_denies_is_not_overruled(Place place) {
        assertAnswers("view", 200);
        place.put("not alice");
        assertAnswers("view", 403);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_permits_adds_nothing(Place place) {
        place.put("not bob");
        assertAnswers("view", 200);
        assertAnswers("delete", 403);
    }

    private static void assertAnswers(String action, int status) {
        for (String mode : MODES) {
            assertThat(ask(mode, action).status()).as(mode).isEqualTo(status);
        }
    }

    private static Answer ask(String mode, String action) {
        Uma request = scene.realm().uma("alice").permission(FEATURE_SET + "#" + action);
        return (mode.equals("token") ? request : request.mode(mode)).send();
    }
}
