package io.featureaccess.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A realm's nodes and grants go out as lines and come in again. */
@KeycloakTest
@Tag("postgres")
class TransferIT {

    private static final String HEADER = "{'type':'header','format':'feature-access','version':1}";
    private static final List<String> FILE = List.of(
            HEADER,
            "{'type':'grant','node':'*','principal':'group:/on-call','role':'operator','reason':'on call'}",
            "{'type':'node','path':'fraud','workspaceKind':'live','createdBy':'user:alice'}",
            "{'type':'grant','node':'fraud','principal':'user:alice','role':'owner'}",
            "{'type':'node','path':'fraud-dev','workspaceKind':'dev','locked':false,'settings':{'viewersReadOffline':true}}",
            "{'type':'node','path':'fraud/hidden','secret':true}",
            "{'type':'node','path':'fraud/hidden/cases'}",
            "{'type':'node','path':'fraud/payments','displayName':'Payments','description':'Über \\'cards\\''}",
            "{'type':'grant','node':'fraud/payments','principal':'user:bob','role':'consumer',"
                    + "'expiresAt':'2090-01-31T12:00:00Z','grantedBy':'user:alice'}",
            "{'type':'node','path':'fraud/payments/transactions','sensitiveFeatures':['card','home']}",
            "{'type':'end','nodes':6,'grants':3}");

    private TestRealm realm;

    @BeforeEach
    void aRealmWithAnAdmin(TestRealm realm) {
        this.realm = realm;
        people(realm);
    }

    private static void people(TestRealm realm) {
        List.of("grace", "alice", "bob").forEach(realm.directory()::user);
        realm.directory().group("/on-call");
        realm.directory().clientRole("grace", TestRealm.RESOURCE_SERVER, "admin");
    }

    @Test
    void exported_realm_imported_into_another_is_exported_there_the_same(Keycloak server) {
        importInto(realm, FILE).expect(200);
        String copy = export(realm);
        try (TestRealm other = server.newRealm()) {
            people(other);
            Answer report = importInto(other, copy);

            assertThat(report.expect(200).json())
                    .isEqualTo(Json.of("{'nodes':{'added':6,'changed':0,'unchanged':0},"
                            + "'grants':{'added':3,'changed':0,'unchanged':0},'grantsPassedOver':0}"));
            assertThat(withoutIds(export(other))).isEqualTo(withoutIds(copy)).hasSize(FILE.size() - 1);
        }
    }

    @Test
    void same_file_again_changes_nothing() {
        importInto(realm, FILE).expect(200);
        String copy = export(realm);
        Answer again = importInto(realm, copy);

        assertThat(again.expect(200).json())
                .isEqualTo(Json.of("{'nodes':{'added':0,'changed':0,'unchanged':6},"
                        + "'grants':{'added':0,'changed':0,'unchanged':3},'grantsPassedOver':0}"));
        assertThat(afterHeader(export(realm))).isEqualTo(afterHeader(copy));
    }

    @Test
    void imported_nodes_are_decided_upon_at_once() {
        importInto(realm, FILE).expect(200);

        assertThat(realm.uma("bob")
                        .permission("fraud/payments/transactions#read-online,ingest")
                        .rpt()
                        .at("/authorization/permissions/0/scopes"))
                .hasSize(1);
        assertThat(realm.uma("bob").permission("fraud/hidden/cases#view").send().status())
                .isEqualTo(403);
        assertThat(realm.as("alice").node("fraud/hidden/cases").status()).isEqualTo(200);
    }

    @Test
    void secret_nodes_are_left_out_unless_the_glass_is_broken_and_then_on_record() {
        importInto(realm, FILE).expect(200);
        String plain = realm.as("grace").get("export").expect(200).body();

        assertThat(plain)
                .contains("\"secretNodes\":\"left-out\"", "\"nodes\":4,\"grants\":3")
                .doesNotContain("hidden");
        assertThat(export(realm)).contains("\"secretNodes\":\"included\"", "fraud/hidden/cases");
        Answer looks =
                realm.as("grace").with("Feature-Access-Break-Glass", "checking").get("audit?change=break-glass");
        assertThat(looks.expect(200).json().path("items").findValuesAsText("node"))
                .contains("fraud/hidden");
    }

    @Test
    void audit_rows_come_along_and_are_passed_over_on_the_way_back() {
        importInto(realm, FILE).expect(200);
        String copy = breakingGlass(realm).get("export?audit=true").expect(200).body();

        assertThat(copy.lines().filter(line -> line.startsWith("{\"type\":\"audit\"")))
                .anyMatch(line -> line.contains("\"change\":\"imported\""));
        importInto(realm, copy).expect(200);
    }

    @ParameterizedTest(name = "line {0}: {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | {'type':'node','path':'fraud','workspaceKind':'live','owner':'x'}              | 422 | unknown-field
            4 | {'type':'grant','node':'fraud','principal':'user:alice','role':'god'}          | 422 | unknown-role
            4 | {'type':'grant','node':'fraud','principal':'user:nobody','role':'owner'}       | 422 | unknown-principal
            6 | {'type':'node','path':'other/hidden'}                                          | 422 | missing-parent
            7 | {'type':'node','path':'fraud/hidden'}                                          | 422 | duplicate
            8 | {'type':'node','path':'fraud/a'}                                               | 422 | wrong-order
            9 | {'type':'grant','node':'fraud','principal':'user:bob','role':'viewer'}         | 422 | wrong-order
            9 | no JSON                                                                        | 422 | malformed-value
            11 | {'type':'end','nodes':5,'grants':3}                                           | 422 | truncated
            """)
    void bad_line_is_named_and_nothing_is_done(int number, String line, int status, String code) {
        Answer refusal = importInto(realm, replaced(number, line));

        assertThat(refusal.expect(status).code()).isEqualTo(code);
        assertThat(refusal.json().path("line").asInt()).isEqualTo(number);
        assertThat(export(realm)).contains("\"nodes\":0,\"grants\":0");
        assertThat(resources()).isZero();
    }

    @Test
    void file_without_its_end_is_refused() {
        assertThat(importInto(realm, FILE.subList(0, 5)).expect(422).code()).isEqualTo("truncated");
        assertThat(importInto(realm, List.of()).status()).isIn(400, 422);
    }

    @Test
    void only_admins_with_a_token_for_changes_may_import_and_only_admins_export() {
        assertThat(realm.as("alice").get("export").expect(403).code()).isEqualTo("forbidden");
        assertThat(post(realm.as("alice"), text(FILE)).expect(403).code()).isEqualTo("forbidden");
        FeatureAccessApi looking = realm.api(realm.token("grace"));
        assertThat(post(looking, text(FILE)).expect(403).code()).isEqualTo("scope-required");
        assertThat(post(realm.as("grace"), text(FILE)).expect(409).code()).isEqualTo("break-glass-required");
        assertThat(realm.as("grace").post("import", "{}").expect(415).code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void long_compressed_file_is_taken() throws IOException, InterruptedException {
        int featureSets = 3000;
        Stream<String> middle = IntStream.range(0, featureSets)
                .mapToObj("{'type':'node','path':'w/p/f%05d','description':'one of many'}"::formatted);
        String file = Stream.of(
                        Stream.of(
                                HEADER,
                                "{'type':'node','path':'w','workspaceKind':'dev'}",
                                "{'type':'node','path':'w/p'}"),
                        middle,
                        Stream.of("{'type':'end','nodes':%d,'grants':0}".formatted(featureSets + 2)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"))
                .replace('\'', '"');
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.url() + "/feature-access/import"))
                .header("Authorization", "Bearer " + realm.token("grace", TestRealm.MANAGE))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zipped(file)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Json.parse(answer.body()).at("/nodes/added").asInt()).isEqualTo(featureSets + 2);
        assertThat(export(realm).lines()).hasSize(featureSets + 4);
        assertThat(resources()).isEqualTo(featureSets + 2);
    }

    /** Resources of the realm that stand for nodes. */
    private long resources() {
        return realm.server()
                .database()
                .number(
                        "SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE r JOIN CLIENT c ON c.ID = r.RESOURCE_SERVER_ID"
                                + " JOIN REALM m ON m.ID = c.REALM_ID WHERE m.NAME = ? AND r.OWNER <> r.RESOURCE_SERVER_ID",
                        realm.name());
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> replaced(int number, String line) {
        return IntStream.range(0, FILE.size())
                .mapToObj(i -> i == number - 1 ? line : FILE.get(i))
                .toList();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines).replace('\'', '"');
    }

    private static FeatureAccessApi breakingGlass(TestRealm realm) {
        return realm.as("grace").with("Feature-Access-Break-Glass", "moving house");
    }

    private static String export(TestRealm realm) {
        return breakingGlass(realm).get("export").expect(200).body();
    }

    private static Answer importInto(TestRealm realm, List<String> lines) {
        return importInto(realm, text(lines));
    }

    private static Answer importInto(TestRealm realm, String file) {
        return post(breakingGlass(realm), file);
    }

    private static Answer post(FeatureAccessApi api, String file) {
        return api.with("Content-Type", "application/x-ndjson").post("import", file);
    }

    private static List<String> afterHeader(String file) {
        return file.lines().skip(1).toList();
    }

    private static List<String> withoutIds(String file) {
        return file.lines()
                .skip(1)
                .map(line -> (ObjectNode) Json.parse(line))
                .map(line -> line.without(List.of("id", "principalId", "createdById", "grantedById")))
                .map(Object::toString)
                .toList();
    }
}
