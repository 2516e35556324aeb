package io.featureaccess.it.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.Command;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.SystemPackage;
import io.featureaccess.it.harness.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API keys where the realm's administrators have a say too: flows of their own, client policies, and addresses that guess. */
@KeycloakTest
class ApiKeyAuthenticationIT {

    private static final String EXECUTION = "feature-access-api-key";
    private static final String FLOW = "our-clients";
    private static final int SPARE = 60;
    private static final int TRIES = 150;

    /** Another address of this machine, so that only this test's guesses are slowed down. */
    private static final String GUESSER = "127.0.0.9";

    private static TestRealm realm;
    private static FeatureAccessApi root;
    private static String clientId;
    private static String key;

    @BeforeAll
    static void aRealmWithAFlowOfItsOwn(TestRealm shared) {
        realm = shared;
        realm.admin()
                .post("authentication/flows/clients/copy", Map.of("newName", FLOW))
                .expect(201);
        bind(FLOW);
        realm.directory().user("root");
        realm.directory().clientRole("root", TestRealm.RESOURCE_SERVER, "admin");
        root = realm.as("root");
        JsonNode account = root.post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        clientId = account.path("clientId").asText();
        key = account.path("key").asText();
    }

    private static void bind(String flow) {
        realm.admin().put("", Map.of("clientAuthenticationFlow", flow)).expect(204);
    }

    private static Answer token() {
        Map<String, String> fields = Map.of("client_id", clientId, "client_secret", key);
        return realm.server().token(realm.name(), "client_credentials", fields);
    }

    private static List<JsonNode> executions(String flow) {
        JsonNode all = realm.admin()
                .get("authentication/flows/" + flow + "/executions")
                .expect(200)
                .json();
        return all.findParents("providerId").stream()
                .filter(execution -> execution.path("providerId").asText().equals(EXECUTION))
                .toList();
    }

    private static void mend() {
        root.post("installation/mend", Map.of()).expect(200);
    }

    @AfterEach
    void withoutPolicies() {
        policies("[]", "[]");
        bind(FLOW);
    }

    @Test
    void the_first_use_adds_it_to_the_flow_that_the_realm_made_for_its_clients() {
        assertThat(executions(FLOW)).hasSize(1);
        assertThat(executions("clients")).isEmpty();

        token().expect(200);
    }

    @Test
    void a_flow_that_is_bound_later_gets_it_too() {
        realm.admin().post("authentication/flows", Json.of("""
                        {'alias':'bare','providerId':'client-flow','topLevel':true,'builtIn':false}""")).expect(201);
        bind("bare");
        token().expect(401);

        mend();
        assertThat(executions("bare")).hasSize(1);
        token().expect(200);
    }

    @Test
    void deleted_it_is_put_back_and_disabled_it_stays_disabled() {
        realm.admin()
                .delete("authentication/executions/"
                        + executions(FLOW).get(0).path("id").asText())
                .expect(204);
        token().expect(401);
        mend();
        token().expect(200);

        require("DISABLED");
        mend();
        token().expect(401);

        require("ALTERNATIVE");
        token().expect(200);
    }

    private static void require(String requirement) {
        JsonNode execution = executions(FLOW).get(0);
        ((com.fasterxml.jackson.databind.node.ObjectNode) execution).put("requirement", requirement);
        realm.admin()
                .put("authentication/flows/" + FLOW + "/executions", execution)
                .expect(204);
    }

    @Test
    void a_client_policy_says_whether_keys_are_enough() {
        allowOnly("'client-jwt'");
        assertThat(token().expect(400).error()).isEqualTo("invalid_request");

        allowOnly("'client-jwt','" + EXECUTION + "'");
        token().expect(200);
    }

    private static void allowOnly(String authenticators) {
        policies("""
                [{'name':'strict','executors':[{'executor':'secure-client-authenticator',
                  'configuration':{'allowed-client-authenticators':[%s]}}]}]""".formatted(authenticators), """
                [{'name':'everybody','enabled':true,'profiles':['strict'],
                  'conditions':[{'condition':'any-client','configuration':{}}]}]""");
    }

    private static void policies(String profiles, String policies) {
        realm.admin()
                .put("client-policies/profiles", Json.of("{'profiles':" + profiles + "}"))
                .expect(204);
        realm.admin()
                .put("client-policies/policies", Json.of("{'policies':" + policies + "}"))
                .expect(204);
    }

    @Test
    void an_address_that_guesses_is_slowed_down_and_nobody_else_is() {
        SystemPackage.need("curl", "curl", "--version");
        Instant start = Instant.now();
        List<String> answers = guesses();
        long seconds = Duration.between(start, Instant.now()).toSeconds();

        long refused = answers.stream().filter("401"::equals).count();
        assertThat(refused).isBetween((long) SPARE, SPARE + seconds + 1);
        assertThat(answers.stream().filter("429"::equals).count()).isEqualTo(TRIES - refused);
        token().expect(200);
        Await.until(
                "the right key is taken from there again", () -> asked(key, "").equals("200"));
    }

    private static List<String> guesses() {
        return Arrays.asList(asked("fsk_wrong", "?guess=[1-" + TRIES + "]").split(" "));
    }

    /** The statuses of the answers to whoever shows this key from the other address. */
    private static String asked(String secret, String query) {
        String address = realm.url() + "/protocol/openid-connect/token" + query;
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret;
        return Command.output(
                        List.of(
                                "curl",
                                "--silent",
                                "--interface",
                                GUESSER,
                                "--output",
                                "/dev/null",
                                "--write-out",
                                "%{http_code} ",
                                "--data",
                                form,
                                address),
                        "")
                .strip();
    }
}
