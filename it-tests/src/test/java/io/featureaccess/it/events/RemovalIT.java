package io.featureaccess.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@KeycloakTest
@Tag("postgres")
class RemovalIT {

    private static final int MANY = 5_000;

    /** Keycloak itself needs some for each object that it removes; ours do not grow with the nodes. */
    private static final int STATEMENTS = 600;

    private TestRealm realm;
    private ManyNodes nodes;

    @BeforeEach
    void project(TestRealm given) {
        realm = given;
        nodes = new ManyNodes(given);
        realm.directory().user("alice");
        realm.directory().user("bob");
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice").create("fraud/payments").expect(201);
    }

    private void fill() {
        String project =
                realm.as("alice").node("fraud/payments").json().path("id").asText();
        nodes.below("fraud/payments", project, MANY);
        clientWith(Map.of("serviceAccountsEnabled", false, "authorizationServicesEnabled", false));
        realm.as("alice").get("me").expect(200);
    }

    private void clientWith(Map<String, Object> change) {
        String client = realm.directory().clientId(TestRealm.RESOURCE_SERVER);
        Map<String, Object> body = new HashMap<>(change);
        body.put("clientId", TestRealm.RESOURCE_SERVER);
        realm.admin().put("clients/" + client, body).expect(204);
    }

    @Test
    void service_account_switched_off_takes_resources_with_it_at_once_and_the_next_use_writes_them_again(
            Keycloak server) {
        fill();
        assertThat(nodes.resources()).isEqualTo(MANY + 2);

        List<String> statements = server.sql()
                .during(() ->
                        clientWith(Map.of("serviceAccountsEnabled", false, "authorizationServicesEnabled", false)));

        assertThat(nodes.resources()).isZero();
        assertThat(statements).hasSizeLessThan(STATEMENTS);
        realm.as("alice").get("me").expect(200);
        assertThat(nodes.resources()).isEqualTo(MANY + 2);
    }

    @Test
    void removed_client_takes_resources_with_it_and_leaves_the_nodes(Keycloak server) {
        fill();
        String client = realm.directory().clientId(TestRealm.RESOURCE_SERVER);
        List<String> statements = server.sql()
                .during(() -> realm.admin().delete("clients/" + client).expect(204));

        assertThat(statements).hasSizeLessThan(STATEMENTS);
        assertThat(nodes.nodes()).isEqualTo(MANY + 2);
        assertThat(nodes.count("SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE RESOURCE_SERVER_ID = ?", client))
                .isZero();
    }

    @Test
    void client_made_again_gets_the_nodes_that_were_there() {
        realm.admin()
                .delete("clients/" + realm.directory().clientId(TestRealm.RESOURCE_SERVER))
                .expect(204);
        realm.directory().client(Json.of("{'clientId':'%s','secret':'x'}", TestRealm.RESOURCE_SERVER));

        realm.as("alice").node("fraud/payments").expect(200);

        realm.uma("alice")
                .permission("fraud/payments#view")
                .mode("decision")
                .send()
                .expect(200);
    }

    @Test
    void removed_realm_leaves_nothing(Keycloak server) {
        fill();
        String realmId = nodes.realmId();
        TestRealm gone = realm;

        List<String> statements =
                server.sql().during(() -> gone.admin().delete("").expect(204));

        server.admin().post("realms", Map.of("realm", gone.name())).expect(201);
        assertThat(statements.stream().filter(sql -> sql.contains("RESOURCE_SERVER_RESOURCE")))
                .hasSizeLessThan(50);
        assertThat(nodes.count("SELECT COUNT(*) FROM FA_NODE WHERE REALM_ID = ?", realmId))
                .isZero();
        assertThat(nodes.count("SELECT COUNT(*) FROM FA_GRANT WHERE REALM_ID = ?", realmId))
                .isZero();
    }

    @Test
    void removed_user_loses_grants_and_nobody_else_does() {
        realm.as("alice").grant("fraud/payments", "user:bob", "viewer").expect(200);
        String bob = realm.directory().userId("bob");

        realm.directory().removeUser("bob");

        assertThat(nodes.count("SELECT COUNT(*) FROM FA_GRANT WHERE PRINCIPAL_ID = ?", bob))
                .isZero();
        realm.as("alice").node("fraud/payments").expect(200);
    }

    @Test
    void namesake_of_a_removed_user_inherits_nothing() {
        realm.as("alice").grant("fraud/payments", "user:bob", "viewer").expect(200);
        realm.directory().removeUser("bob");
        realm.directory().user("bob");

        realm.as("bob").node("fraud/payments").expect(404);
    }

    @Test
    void removed_group_takes_its_grants_with_it() {
        String group = realm.directory().group("/teams/fraud");
        realm.directory().join("bob", "/teams/fraud");
        realm.as("alice")
                .grant("fraud/payments", "group:/teams/fraud", "viewer")
                .expect(200);
        realm.as("bob").node("fraud/payments").expect(200);

        realm.admin().delete("groups/" + group).expect(204);

        realm.as("bob").node("fraud/payments").expect(404);
        assertThat(nodes.count("SELECT COUNT(*) FROM FA_GRANT WHERE PRINCIPAL_ID = ?", group))
                .isZero();
    }
}
