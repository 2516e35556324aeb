package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, the answer says clearly what was wrong with it; never a fault, never a web page. */
@KeycloakTest
class BadInputIT {

    private static TestRealm realm;
    private static FeatureAccessApi alice;
    private static String token;

    @BeforeAll
    static void workspace(TestRealm shared) {
        realm = shared;
        realm.directory().user("alice");
        alice = realm.as("alice");
        token = realm.token("alice", TestRealm.MANAGE);
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments").expect(201);
    }

    /** In the JSON, a single quote stands for a double one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | workspaces                              | {'name':'x'          | 400 | malformed-json    |",
                "POST   | workspaces                              | {'name':'x','name':'y'} | 400 | duplicate-field | name",
                "POST   | workspaces                              | []                   | 422 | malformed-value   | body",
                "POST   | workspaces                              | {'name':'x','kind':'dev','colour':'red'} | 422"
                        + " | unknown-field | colour",
                "POST   | workspaces                              | {'kind':'dev'}       | 422 | missing-field     | name",
                "POST   | workspaces                              | {'name':'X','kind':'dev'} | 422 | malformed-value | name",
                "POST   | workspaces                              | {'name':'x','kind':7} | 422 | malformed-value  | kind",
                "POST   | workspaces                              | {'name':'a\\u0000','kind':'dev'} | 422"
                        + " | malformed-value | name",
                "POST   | workspaces/fraud/projects               | {'name':'x','displayName':'\\u0000'} | 422"
                        + " | malformed-value | displayName",
                "POST   | workspaces/fraud/projects               | {'name':'x','description':'\\ud83d'} | 422"
                        + " | malformed-value | description",
                "POST   | workspaces?x=1                          | {'name':'x','kind':'dev'} | 422 | unknown-field | x",
                "PATCH  | workspaces/fraud                        | {'name':'y'}         | 422 | immutable-field   | name",
                "PATCH  | workspaces/fraud                        | {'kind':'live'}      | 422 | immutable-field   | kind",
                "PATCH  | workspaces/fraud                        | {'secret':true}      | 422 | unknown-field     | secret",
                "PATCH  | workspaces/fraud                        | 'text'               | 422 | malformed-value   | body",
                "GET    | workspaces?max=501                      |                      | 422 | malformed-value   | max",
                "GET    | workspaces?first=-1                     |                      | 422 | malformed-value   | first",
                "GET    | workspaces?first=1&first=2              |                      | 422 | malformed-value   | first",
                "GET    | workspaces?limit=1                      |                      | 422 | unknown-field     | limit",
                "GET    | me/access?action=fly                    |                      | 422 | unknown-action    | action",
                "GET    | me/access?kind=folder                   |                      | 422 | malformed-value   | kind",
                "GET    | me/access?under=a//b                    |                      | 422 | malformed-value   | under",
                "DELETE | workspaces/fraud?recursive=yes          |                      | 422 | malformed-value   | recursive",
                "GET    | workspaces/fraud/projects/%00           |                      | 404 | no-such-node      |",
                "GET    | workspaces/FRAUD                        |                      | 404 | no-such-node      |",
                "GET    | workspaces/fraud%2Fpayments             |                      | 404 | no-such-node      |",
                "GET    | workspaces/%F0%9F%8F%94                 |                      | 404 | no-such-node      |",
                "GET    | nowhere                                 |                      | 404 | no-such-route     |",
                "GET    | workspaces/fraud/folders                |                      | 404 | no-such-route     |",
                "PUT    | workspaces/fraud                        | {}                   | 405 | method-not-allowed |",
                "POST   | me                                      | {}                   | 405 | method-not-allowed |",
                "DELETE | workspaces                              |                      | 405 | method-not-allowed |",
            })
    void bad_request_has_its_clear_problem(
            String method, String path, String body, int status, String code, String field) {
        Answer answer = alice.http().send(method, path, body == null ? null : body.replace('\'', '"'));

        answer.expect(status);
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:feature-access:problem:" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("field").asText(null)).isEqualTo(field);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void values_that_there_are_come_with_the_refusal() {
        assertThat(alice.get("me/access?kind=folder").json().path("allowed"))
                .isEqualTo(Json.of("['workspace','project','feature-set']"));
        assertThat(alice.http().send("PUT", "workspaces", "{}").header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
    }

    @Test
    void body_that_is_missing_or_of_another_type_is_told() {
        assertThat(send("POST", "application/json", new byte[0])).isEqualTo("400 missing-body");
        assertThat(send("PATCH", "application/json", "  ".getBytes())).isEqualTo("400 missing-body");
        byte[] body = "{\"name\":\"x\",\"kind\":\"dev\"}".getBytes();
        assertThat(send("POST", "text/plain", body)).isEqualTo("415 unsupported-media-type");
        assertThat(send("POST", "application/xml", body)).isEqualTo("415 unsupported-media-type");
        assertThat(send("POST", "application/x-www-form-urlencoded", body)).isEqualTo("415 unsupported-media-type");
        assertThat(send("POST", "application/json; charset=utf-16", body)).isEqualTo("415 unsupported-media-type");
        assertThat(send("POST", null, body)).isEqualTo("415 unsupported-media-type");
    }

    @Test
    void body_that_is_not_utf_8_is_told() {
        byte[] latin = "{\"name\":\"x\",\"kind\":\"dev\",\"description\":\"Z_rich\"}".getBytes();
        latin[latin.length - 8] = (byte) 0xFC;

        assertThat(send("POST", "application/json", latin)).isEqualTo("400 malformed-json");
    }

    @Test
    void body_that_is_too_large_is_told() {
        byte[] large = new byte[(1 << 20) + 1];
        java.util.Arrays.fill(large, (byte) ' ');

        assertThat(send("POST", "application/json", large)).isEqualTo("413 body-too-large");
    }

    @Test
    void huge_value_does_not_come_back_in_the_refusal() {
        String huge = "x".repeat(40_000);

        assertThat(alice.http()
                        .post("workspaces", "{\"" + huge + "\":1}")
                        .expect(422)
                        .body())
                .hasSizeLessThan(1000);
        assertThat(alice.http()
                        .post("workspaces", "{\"name\":\"x\",\"kind\":\"" + huge + "\"}")
                        .expect(422)
                        .body())
                .hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'TOO LONG'"})
    void break_glass_reason_that_is_none_is_refused(String reason) {
        String sent = reason.equals("TOO LONG") ? "x".repeat(501) : reason;
        Answer answer = alice.with("Feature-Access-Break-Glass", sent).get("workspaces");

        answer.expect(422);
        assertThat(answer.json().path("field").asText()).isEqualTo("Feature-Access-Break-Glass");
    }

    @Test
    void description_needs_no_token() {
        JsonNode description = realm.api("").get("openapi.json").expect(200).json();

        assertThat(description.path("paths").has("/workspaces/{w}/projects/{p}/feature-sets/{f}"))
                .isTrue();
    }

    @Test
    void pages_of_other_origins_may_ask_if_the_client_lists_them() {
        String id = realm.directory().clientId(TestRealm.PUBLIC_CLIENT);
        var client = (com.fasterxml.jackson.databind.node.ObjectNode)
                realm.admin().get("clients/" + id).expect(200).json();
        client.putArray("webOrigins").add("https://notebook.example");
        realm.admin().put("clients/" + id, client).expect(204);
        FeatureAccessApi page = realm.api(realm.token("alice"));

        Answer listed =
                page.with("Origin", "https://notebook.example").get("me").expect(200);
        Answer other = page.with("Origin", "https://evil.example").get("me").expect(403);
        Answer preflight = realm.api("")
                .with("Origin", "https://notebook.example")
                .http()
                .send("OPTIONS", "workspaces/fraud", null)
                .expect(204);

        assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo("https://notebook.example");
        assertThat(other.code()).isEqualTo("origin-not-allowed");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Feature-Access-Break-Glass");
    }

    private static String send(String method, String type, byte[] body) {
        String path = method.equals("PATCH") ? "/workspaces/fraud" : "/workspaces";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.url() + "/feature-access" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " "
                    + Json.parse(response.body()).path("code").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
