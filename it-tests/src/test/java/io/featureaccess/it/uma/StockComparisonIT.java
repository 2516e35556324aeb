package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same small store twice in one realm: as nodes with grants, and as a stock resource server with the same rights. What
 * is asked of both is answered by both alike, save for what the documentation says.
 */
@KeycloakTest
class StockComparisonIT {

    private static final List<String> OF_OLIVIA_ONLY =
            List.of("fraud/vault#view,delete", "fraud/vault/keys#view,delete");

    private static UmaScene scene;
    private static StockStore stock;

    @BeforeAll
    static void scene(TestRealm shared) {
        scene = new UmaScene(shared);
        stock = StockStore.create(shared, Map.of("alice", UmaScene.OF_ALICE, "olivia", OF_OLIVIA_ONLY));
        scene.setting("featureAccess.rptLifespan", "300");
    }

    record Request(String name, UnaryOperator<Uma> asking) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Request> answeredAlike() {
        return Stream.of(
                new Request("everything", uma -> uma),
                new Request("one node", uma -> uma.permission("fraud/payments")),
                new Request("one action", uma -> uma.permission("fraud/payments#view")),
                new Request("some permitted", uma -> uma.permission("fraud/payments/transactions#view,read-online")),
                new Request("two nodes", uma -> uma.permission("fraud/payments/merchants#view")
                        .permission("fraud/payments#read-online")),
                new Request("one node twice", uma -> uma.permission("fraud/payments#view")
                        .permission("fraud/payments#read-online")),
                new Request("denied among permitted", uma -> uma.permission("fraud/vault#view")
                        .permission("fraud/payments#view")),
                new Request("denied", uma -> uma.permission("fraud/vault#view")),
                new Request("denied, no request", uma -> uma.permission("fraud/vault#view")
                        .field("submit_request", "false")),
                new Request("an action", uma -> uma.permission("#trigger-jobs")),
                new Request(
                        "decision", uma -> uma.permission("fraud/payments#view").mode("decision")),
                new Request("decision denied", uma -> uma.permission("fraud/vault#view")
                        .mode("decision")),
                new Request("decision on everything", uma -> uma.mode("decision")),
                new Request("list", uma -> uma.permission("fraud/payments").mode("permissions")),
                new Request("list of everything", uma -> uma.mode("permissions")),
                new Request("unknown mode", uma -> uma.permission("fraud/payments#view")
                        .mode("guess")),
                new Request("unknown mode, denied", uma -> uma.permission("fraud/vault#view")
                        .mode("guess")),
                new Request("without names", uma -> uma.permission("fraud/payments#view")
                        .field("response_include_resource_name", "false")
                        .mode("permissions")),
                new Request("limit of none", uma -> uma.permission("fraud/payments#view")
                        .field("response_permissions_limit", "0")),
                new Request("limit", uma -> uma.permission("fraud/payments#view")
                        .permission("fraud/payments/merchants#view")
                        .field("response_permissions_limit", "1")),
                new Request("scope adds actions", uma -> uma.permission("fraud/payments#view")
                        .field("scope", "read-online")),
                new Request("scope of no action", uma -> uma.permission("fraud/payments")
                        .field("scope", "openid")),
                new Request("forged rpt", uma -> uma.permission("fraud/payments#view")
                        .field("rpt", "x.y.z")),
                new Request("unknown claim format", uma -> uma.permission("fraud/payments#view")
                        .field("claim_token_format", "odd")),
                new Request("claims by a public client", uma -> uma.permission("fraud/payments#view")
                        .field("claim_token", "e30")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answeredAlike")
    void answer_of_our_resource_server_is_stocks(Request request) {
        Answer ours = request.asking().apply(scene.realm().uma("alice")).send();
        Answer theirs = request.asking().apply(stock.uma("alice")).send();
        assertThat(ours.status()).as("%s%n%s", ours, theirs).isEqualTo(theirs.status());
        assertThat(normal(ours.json())).isEqualTo(normal(theirs.json()));
        assertThat(ours.header("Content-Type")).isEqualTo(theirs.header("Content-Type"));
        assertThat(ours.header("Cache-Control")).isEqualTo(theirs.header("Cache-Control"));
    }

    @Test
    void upgraded_token_is_stocks() {
        Answer ours = upgraded(scene.realm().uma("alice"), scene.realm().uma("alice"));
        Answer theirs = upgraded(stock.uma("alice"), stock.uma("alice"));
        assertThat(normal(ours.json())).isEqualTo(normal(theirs.json()));
    }

    private static Answer upgraded(Uma first, Uma second) {
        String rpt = UmaScene.token(first.permission("fraud/payments#view"));
        return second.permission("fraud/payments/merchants#trigger-jobs")
                .field("rpt", rpt)
                .send();
    }

    @Test
    void events_of_our_resource_server_are_stocks() {
        Events events = Events.of(scene.realm());
        for (Request request : answeredAlike().toList()) {
            JsonNode ours = events.of(
                    () -> request.asking().apply(scene.realm().uma("alice")).send());
            JsonNode theirs =
                    events.of(() -> request.asking().apply(stock.uma("alice")).send());
            assertThat(normalEvent(ours)).as(request.name()).isEqualTo(normalEvent(theirs));
        }
    }

    /**
     * The refresh token is what we leave out, and the actions there are what we add to a message; what differs between any
     * two tokens does not count.
     */
    private static JsonNode normal(JsonNode body) {
        if (body.isArray()) {
            return Json.parse(quoted(UmaScene.permissions(body)));
        }
        ObjectNode normal = body.deepCopy();
        normal.remove(List.of("refresh_token", "refresh_expires_in", "expires_in"));
        if (normal.path("error").asText().equals("invalid_scope")) {
            normal.remove("error_description");
        }
        if (normal.has("access_token")) {
            normal.set(
                    "access_token",
                    normalToken(Jwt.payload(normal.path("access_token").asText())));
        }
        return normal;
    }

    private static JsonNode normalToken(JsonNode claims) {
        ObjectNode normal = claims.deepCopy();
        JsonNode permissions = normal.path("authorization").path("permissions");
        Set<String> fields = new TreeSet<>();
        permissions.forEach(permission -> permission.fieldNames().forEachRemaining(fields::add));
        normal.put(
                "permissions",
                UmaScene.permissions(permissions).stream().sorted().collect(Collectors.joining(" ")));
        normal.put("fields", fields.toString());
        normal.remove(List.of("exp", "iat", "jti", "sid", "authorization"));
        normal.put("aud", normal.path("aud").toString().replace(StockStore.CLIENT, TestRealm.RESOURCE_SERVER));
        return normal;
    }

    private static JsonNode normalEvent(JsonNode event) {
        ObjectNode normal = event.deepCopy();
        normal.remove(List.of("id", "time", "sessionId"));
        ObjectNode details = normal.withObject("/details");
        details.remove(List.of("refresh_token_id", "refresh_token_type", "token_id", "audience"));
        if (details.path("reason").asText().matches(".*(no action|given scopes).*")) {
            details.remove("reason");
        }
        return normal;
    }

    private static String quoted(List<String> texts) {
        return texts.stream().sorted().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
