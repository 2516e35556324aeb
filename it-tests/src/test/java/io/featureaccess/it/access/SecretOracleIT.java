package io.featureaccess.it.access;

import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever probes names learns nothing: a secret node is answered, to the letter, as one that is not there. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretOracleIT {

    /** A viewer above, an editor of the secret project itself, somebody without anything, and an admin. */
    private static final List<String> PROBERS = List.of("vic", "eddy", "bob", "ada");

    private Fraud fraud;

    @BeforeAll
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
        realm.directory().user("eddy");
        fraud.as("olga").grant("fraud/vault", "user:eddy", "editor").expect(200);
    }

    private record Probe(String method, String path, Object body) {

        Answer send(FeatureAccessApi api, String project) {
            String asked = path.replace("{p}", project);
            String sent = body == null ? null : body.toString().replace("{p}", project);
            return api.http().send(method, asked, sent);
        }

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    static Stream<Arguments> probes() {
        String project = "workspaces/fraud/projects/{p}";
        String featureSet = project + "/feature-sets/keys";
        String grant = "{\"principal\":\"user:bob\",\"role\":\"viewer\"}";
        List<Probe> probes = List.of(
                new Probe("GET", project + "/grants", null),
                new Probe("PUT", project + "/grants", grant),
                new Probe("PUT", project + "/grants", "{\"principal\":\"user:nobody\",\"role\":\"viewer\"}"),
                new Probe("DELETE", project + "/grants?principal=user:olga", null),
                new Probe("GET", project + "/access", null),
                new Probe("GET", project + "/access?principal=user:olga", null),
                new Probe("GET", project + "/access?principal=user:nobody", null),
                new Probe("GET", featureSet + "/grants", null),
                new Probe("PUT", featureSet + "/grants", grant),
                new Probe("DELETE", featureSet + "/grants?principal=user:olga", null),
                new Probe("GET", featureSet + "/access", null),
                new Probe("POST", "decisions", "{\"checks\":[{\"action\":\"view\",\"node\":\"fraud/{p}\"}]}"),
                new Probe("POST", "decisions", "{\"checks\":[{\"action\":\"plan\",\"node\":\"fraud/{p}/keys\"}]}"),
                new Probe(
                        "POST",
                        "decisions",
                        "{\"checks\":[{\"principal\":\"user:olga\",\"action\":\"view\",\"node\":\"fraud/{p}\"}]}"),
                new Probe("GET", "nodes?search={p}", null),
                new Probe("GET", "nodes?search=fraud/{p}/", null),
                new Probe("GET", "audit?node=fraud/{p}", null),
                new Probe("GET", "audit?node=fraud/{p}/keys&change=node-created", null),
                new Probe("GET", "audit/export?node=fraud/{p}", null));
        return probes.stream().flatMap(probe -> PROBERS.stream().map(prober -> Arguments.of(prober, probe)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("probes")
    void a_secret_node_answers_as_one_that_is_not_there(String prober, Object probe) {
        FeatureAccessApi api = fraud.as(prober);
        Answer secret = ((Probe) probe).send(api, "vault");
        Answer nothing = ((Probe) probe).send(api, "empty");

        assertThat(secret.status()).isEqualTo(nothing.status());
        assertThat(secret.body()).isEqualTo(nothing.body().replace("empty", "vault"));
        assertThat(secret.headers().map().keySet())
                .isEqualTo(nothing.headers().map().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void lists_name_nothing_secret(String prober, String path) {
        Answer answer = fraud.as(prober).get(path);

        assertThat(answer.status()).isIn(200, 403);
        assertThat(answer.body()).doesNotContain("vault").doesNotContain("/keys");
    }

    static Stream<Arguments> names() {
        List<String> paths = List.of(
                "workspaces/fraud/grants",
                "workspaces/fraud/access",
                "workspaces/fraud/access?principal=user:eddy",
                "all-workspaces/grants",
                "nodes?search=v",
                "nodes?search=fraud/",
                "principals/user:eddy/access",
                "principals/user:olga/access",
                "audit",
                "audit?principal=user:eddy",
                "audit?actor=user:olga",
                "audit/export",
                "orphans");
        return paths.stream()
                .flatMap(path -> Stream.of("vic", "eddy", "ada").map(prober -> Arguments.of(prober, path)))
                .filter(arguments -> !(arguments.get()[0].equals("eddy")
                        && arguments.get()[1].toString().startsWith("workspaces")));
    }

    @ParameterizedTest
    @MethodSource("admins")
    void a_change_above_by_an_admin_is_answered_alike_with_and_without_secrets_below(String role, int status) {
        fraud.as("olga").createWorkspace("plain-" + role, "dev").expect(201);
        Answer above = fraud.as("ada").put("workspaces/fraud/grants", wanted("user:bob", role));
        Answer plain = fraud.as("ada").put("workspaces/plain-" + role + "/grants", wanted("user:bob", role));

        assertThat(above.status()).isEqualTo(plain.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(above.body()).isEqualTo(plain.body());
        }
    }

    static Stream<Arguments> admins() {
        return Map.of("owner", 409, "editor", 200).entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }
}
