package io.featureaccess.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Roles in tokens at ten grants and at a thousand, and beside what the API says to the same person. */
@KeycloakTest
@Tag("postgres")
class TokensAgreeIT {

    private static final int FEW = 9;
    private static final int MANY = 1000;

    private static TestRealm realm;

    @BeforeAll
    static void somebodyWithFewGrantsAndSomebodyWithMany(TestRealm shared) {
        realm = shared;
        List.of("alice", "few", "many").forEach(realm.directory()::user);
        realm.directory().clientRole("alice", TestRealm.RESOURCE_SERVER, "admin");
        Stream<String> lines = Stream.of(
                        Stream.of(
                                "{'type':'header','format':'feature-access','version':1}",
                                "{'type':'node','path':'fraud','workspaceKind':'dev'}",
                                "{'type':'node','path':'fraud/payments'}",
                                "{'type':'grant','node':'fraud/payments','principal':'user:few','role':'viewer'}",
                                "{'type':'grant','node':'fraud/payments','principal':'user:many','role':'editor'}"),
                        IntStream.range(0, MANY).boxed().flatMap(TokensAgreeIT::featureSet),
                        Stream.of("{'type':'end','nodes':%d,'grants':%d}".formatted(MANY + 2, MANY + 2 + FEW)))
                .flatMap(Function.identity());
        realm.as("alice")
                .http()
                .with("Content-Type", "application/x-ndjson")
                .with("Feature-Access-Break-Glass", "filling an empty realm")
                .post("import", lines.map(line -> line.replace('\'', '"')).collect(Collectors.joining("\n")))
                .expect(200);
        new TokenScope(realm).giveTo(TestRealm.PUBLIC_CLIENT);
    }

    /** Some of them are also few's. */
    private static Stream<String> featureSet(int number) {
        String path = "fraud/payments/f%04d".formatted(number);
        return Stream.of(
                        Stream.of("{'type':'node','path':'%s'}".formatted(path), grant(path, "many")),
                        number < FEW ? Stream.of(grant(path, "few")) : Stream.<String>empty())
                .flatMap(Function.identity());
    }

    private static String grant(String path, String user) {
        return "{'type':'grant','node':'%s','principal':'user:%s','role':'viewer'}".formatted(path, user);
    }

    @Test
    void a_thousand_grants_cost_the_statements_of_ten() {
        assertThat(statements("many")).isEqualTo(statements("few"));
    }

    private static int statements(String user) {
        realm.token(user);
        return realm.server().sql().fewest(() -> realm.token(user));
    }

    @Test
    void past_the_limit_a_kind_is_left_out_and_the_token_says_so() {
        JsonNode token = Jwt.payload(realm.token("many"));

        assertThat(token.at("/feature_access/roles").toString()).isEqualTo("{\"fraud/payments\":[\"editor\"]}");
        assertThat(token.at("/feature_access/leftOut").toString()).isEqualTo("[\"feature-set\"]");
        assertThat(token.at("/resource_access/feature-store/roles").toString())
                .isEqualTo("[\"left-out:feature-set\",\"fraud/payments:editor\"]");
    }

    @Test
    void what_the_token_names_is_what_the_api_shows_to_the_same_person() {
        JsonNode claim = Jwt.payload(realm.token("few")).path("feature_access");
        JsonNode me = realm.as("few").get("me").expect(200).json();

        assertThat(claim.path("accountType")).isEqualTo(me.path("accountType"));
        assertThat(claim.path("roles")).hasSize(FEW + 1);
        claim.path("roles").properties().forEach(held -> assertThat(
                        realm.as("few").node(held.getKey()).expect(200).json().path("myRoles"))
                .isEqualTo(held.getValue()));
    }

    @Test
    void a_refreshed_token_is_read_anew() {
        realm.directory().user("carol");
        Map<String, String> login =
                Map.of("client_id", TestRealm.PUBLIC_CLIENT, "username", "carol", "password", "carol");
        String refresh = realm.server()
                .passwordGrant(realm.name(), login)
                .expect(200)
                .json()
                .path("refresh_token")
                .asText();
        realm.as("alice").grant("fraud/payments", "user:carol", "operator").expect(200);

        Map<String, String> again = Map.of("client_id", TestRealm.PUBLIC_CLIENT, "refresh_token", refresh);
        JsonNode token = Jwt.payload(realm.server()
                .token(realm.name(), "refresh_token", again)
                .expect(200)
                .json()
                .path("access_token")
                .asText());

        assertThat(token.at("/feature_access/roles").toString()).isEqualTo("{\"fraud/payments\":[\"operator\"]}");
    }
}
