package io.featureaccess.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@KeycloakTest
@Tag("postgres")
class InstallIT {

    private static final List<String> TYPES = List.of("type:feature-set", "type:project", "type:workspace");
    private static final List<String> POLICIES = List.of(
            "feature-access", "feature-access feature-set", "feature-access project", "feature-access workspace");
    private static final int ACTIONS = 21;

    private TestRealm realm;
    private AuthorizationSettings settings;

    @BeforeEach
    void someone(TestRealm given) {
        realm = given;
        settings = new AuthorizationSettings(given);
        realm.directory().user("alice");
    }

    private Answer firstUse() {
        return realm.as("alice").get("me");
    }

    @Test
    void first_use_installs_what_decisions_need() {
        firstUse().expect(200);

        assertThat(settings.names("scope")).hasSize(ACTIONS).contains("view", "manage-access", "read-sensitive");
        assertThat(settings.names("resource")).containsExactlyElementsOf(TYPES);
        assertThat(settings.names("policy")).containsExactlyElementsOf(POLICIES);
        assertThat(settings.scopesOf("type:feature-set")).contains("ingest").doesNotContain("plan", "create-project");
        assertThat(settings.server().path("policyEnforcementMode").asText()).isEqualTo("ENFORCING");
        assertThat(settings.server().path("decisionStrategy").asText()).isEqualTo("UNANIMOUS");
    }

    @Test
    void client_scopes_are_made_and_given_to_no_one() {
        firstUse().expect(200);

        assertThat(realm.admin().get("client-scopes").expect(200).json().findValuesAsText("name"))
                .contains("feature-access", "feature-access:manage");
        assertThat(Stream.of("default", "optional")
                        .map(kind -> realm.admin().get("default-" + kind + "-client-scopes"))
                        .flatMap(answer -> answer.expect(200).json().findValuesAsText("name").stream()))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("feature-access"));
    }

    @Test
    void second_use_writes_nothing_and_reads_nothing_of_it(Keycloak server) {
        String token = realm.token("alice", TestRealm.MANAGE);
        realm.api(token).get("me").expect(200);
        realm.api(token).get("me").expect(200);

        List<String> statements =
                server.sql().during(() -> realm.api(token).get("me").expect(200));

        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("RESOURCE_SERVER"));
    }

    @Test
    void login_flows_that_somebody_switched_on_are_off_again_at_the_next_use() {
        firstUse().expect(200);
        realm.admin()
                .put(
                        "clients/" + realm.directory().clientId(TestRealm.RESOURCE_SERVER),
                        Map.of(
                                "clientId",
                                TestRealm.RESOURCE_SERVER,
                                "standardFlowEnabled",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "attributes",
                                Map.of("standard.token.exchange.enabled", "true")))
                .expect(204);

        firstUse().expect(200);

        JsonNode client = settings.client();
        assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.path("attributes")
                        .path("standard.token.exchange.enabled")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void removed_policy_permission_and_type_are_made_again_at_the_next_use() {
        firstUse().expect(200);
        settings.remove("policy", "feature-access project");
        settings.remove("policy", "feature-access");
        settings.remove("resource", "type:workspace");

        firstUse().expect(200);

        assertThat(settings.names("policy")).containsExactlyElementsOf(POLICIES);
        assertThat(settings.names("resource")).containsExactlyElementsOf(TYPES);
        assertThat(settings.scopesOf("type:workspace")).contains("plan", "view");
    }

    @Test
    void resources_of_nodes_come_back_with_their_ids_after_the_service_account_was_switched_off() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice").create("fraud/payments").expect(201);
        List<String> before = settings.instances();

        switchAuthorizationOff();
        firstUse().expect(200);

        assertThat(before).hasSize(2);
        assertThat(settings.instances()).containsExactlyInAnyOrderElementsOf(before);
        realm.uma("alice")
                .permission("fraud/payments#view")
                .mode("decision")
                .send()
                .expect(200);
    }

    @Test
    void resources_of_nodes_come_back_with_their_ids_after_the_service_account_alone_was_removed() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        List<String> before = settings.instances();

        String account = realm.directory().serviceAccountUserId(TestRealm.RESOURCE_SERVER);
        realm.admin().delete("users/" + account).expect(204);
        firstUse().expect(200);

        assertThat(settings.instances()).isEqualTo(before);
        realm.uma("alice").permission("fraud#view").mode("decision").send().expect(200);
    }

    @Test
    void resource_of_a_node_that_somebody_removed_is_back_at_the_next_use() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        List<String> before = settings.instances();

        settings.api().delete("resource/" + before.get(0)).expect(204);
        firstUse().expect(200);

        assertThat(settings.instances()).isEqualTo(before);
    }

    private void switchAuthorizationOff() {
        realm.admin()
                .put(
                        "clients/" + realm.directory().clientId(TestRealm.RESOURCE_SERVER),
                        Map.of(
                                "clientId", TestRealm.RESOURCE_SERVER,
                                "authorizationServicesEnabled", false,
                                "serviceAccountsEnabled", false))
                .expect(204);
    }

    @Test
    void examples_of_keycloak_are_removed() {
        settings.api()
                .post("resource", Map.of("name", "Default Resource", "type", "urn:feature-store:resources:default"))
                .expect(201);
        settings.api().post("policy/role", Map.of("name", "Default Policy", "roles", List.of()));
        settings.api()
                .post(
                        "permission/resource",
                        Map.of(
                                "name", "Default Permission",
                                "resourceType", "urn:feature-store:resources:default",
                                "policies", List.of("Default Policy")))
                .expect(201);

        firstUse().expect(200);

        assertThat(settings.names("resource")).containsExactlyElementsOf(TYPES);
        assertThat(settings.names("policy")).containsExactlyElementsOf(POLICIES);
    }

    @Test
    void an_admin_has_a_resource_that_somebody_changed_mended_and_others_may_not() {
        realm.directory().user("ada");
        realm.directory().clientRole("ada", TestRealm.RESOURCE_SERVER, "admin");
        firstUse().expect(200);
        realm.as("alice")
                .post("workspaces", Map.of("name", "risk", "kind", "dev"))
                .expect(201);
        String id = settings.instances().get(0);
        Map<String, Object> changed = Map.of("_id", id, "name", "renamed", "type", "workspace");
        settings.api().put("resource/" + id, changed).expect(204);

        realm.as("alice").post("installation/mend", Map.of()).expect(403);
        Answer mended = realm.as("ada").post("installation/mend", Map.of());

        assertThat(mended.expect(200).json().path("resourcesWritten").asInt()).isEqualTo(1);
        assertThat(settings.api()
                        .get("resource/" + id)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("risk");
    }

    @Test
    void a_client_with_another_name_is_followed_and_so_are_service_accounts_that_were_made_before() {
        realm.directory().user("ada");
        realm.directory().clientRole("ada", TestRealm.RESOURCE_SERVER, "admin");
        JsonNode account = realm.as("alice")
                .post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        String other = realm.directory().clientId(account.path("clientId").asText());
        realm.directory().audience(other, "elsewhere");
        assertThat(audienceOf(account)).containsExactlyInAnyOrder(TestRealm.RESOURCE_SERVER, "elsewhere");

        rename("platform");

        assertThat(audienceOf(account)).containsExactlyInAnyOrder("platform", "elsewhere");
        realm.api(tokenOf(account)).get("me").expect(200);
        realm.umaOf("platform").bearer(tokenOf(account)).mode("decision").send().expect(403);
        assertThat(realm.admin()
                        .get("")
                        .expect(200)
                        .json()
                        .at("/attributes/featureAccess.client")
                        .asText())
                .isEqualTo("platform");
    }

    private void rename(String name) {
        String id = realm.directory().clientId(TestRealm.RESOURCE_SERVER);
        realm.admin().put("clients/" + id, Map.of("clientId", name)).expect(204);
    }

    private String tokenOf(JsonNode account) {
        return realm.clientToken(
                account.path("clientId").asText(), account.path("key").asText());
    }

    private List<String> audienceOf(JsonNode account) {
        JsonNode audience = Jwt.payload(tokenOf(account)).path("aud");
        return audience.isTextual()
                ? List.of(audience.asText())
                : StreamSupport.stream(audience.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    @Test
    void another_client_with_another_name_changes_nothing() {
        String other = realm.directory().publicClient("other");

        realm.admin().put("clients/" + other, Map.of("clientId", "another")).expect(204);

        assertThat(realm.admin().get("").expect(200).json().path("attributes").has("featureAccess.client"))
                .isFalse();
    }

    @Test
    void a_realm_that_names_another_client_has_the_audience_of_its_service_accounts_mended_on_wish() {
        realm.directory().user("ada");
        JsonNode account = realm.as("alice")
                .post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        realm.directory().serviceAccount("second-store", "second-secret");
        realm.directory().clientRole("ada", "second-store", "admin");
        realm.directory().audience(realm.directory().clientId(TestRealm.PUBLIC_CLIENT), "second-store");
        realm.admin()
                .put("", Map.of("attributes", Map.of("featureAccess.client", "second-store")))
                .expect(204);

        realm.as("ada").post("installation/mend", Map.of()).expect(200);

        assertThat(audienceOf(account)).containsExactly("second-store");
    }

    @Test
    void what_somebody_installed_half_of_is_completed() {
        settings.api().post("scope", Map.of("name", "view")).expect(201);
        String view = settings.idOf("scope", "view");
        settings.api()
                .post("resource", Map.of("name", "type:project", "type", "folder"))
                .expect(201);

        firstUse().expect(200);

        assertThat(settings.idOf("scope", "view")).isEqualTo(view);
        assertThat(settings.names("scope")).hasSize(ACTIONS);
        assertThat(settings.scopesOf("type:project")).contains("register-feature-set");
    }

    @Test
    void first_uses_at_the_same_moment_install_once_and_are_all_answered() throws Exception {
        String token = realm.token("alice", TestRealm.MANAGE);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> call = () -> realm.api(token).get("me");
            for (Future<Answer> answer :
                    callers.invokeAll(Stream.generate(() -> call).limit(8).toList())) {
                answer.get().expect(200);
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(settings.names("policy")).containsExactlyElementsOf(POLICIES);
        assertThat(settings.names("scope")).hasSize(ACTIONS);
    }
}
