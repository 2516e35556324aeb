package io.featureaccess.it.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service accounts are made, switched and deleted, and their keys are client secrets while they are good. */
@KeycloakTest
@Tag("postgres")
class ServiceAccountsIT {

    private static final String REFUSED =
            "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client or Invalid client credentials\"}";

    private static TestRealm realm;
    private static FeatureAccessApi alice;
    private static FeatureAccessApi admin;

    @BeforeAll
    static void people(TestRealm shared) {
        realm = shared;
        List.of("alice", "bob", "root").forEach(realm.directory()::user);
        realm.directory().clientRole("root", TestRealm.RESOURCE_SERVER, "admin");
        alice = realm.as("alice");
        admin = realm.as("root");
        quota(100);
        realm.admin()
                .put(
                        "events/config",
                        Map.of("eventsEnabled", true, "adminEventsEnabled", true, "adminEventsDetailsEnabled", true))
                .expect(204);
    }

    private static void quota(int most) {
        realm.admin()
                .put("", Map.of("attributes", Map.of("featureAccess.maxServiceAccounts", Integer.toString(most))))
                .expect(204);
    }

    private record Account(String id, String clientId, String key) {}

    private static Account made() {
        return made(alice);
    }

    private static Account made(FeatureAccessApi creator) {
        JsonNode made = creator.post("service-accounts", Map.of("name", "ci " + UUID.randomUUID()))
                .expect(201)
                .json();
        return new Account(
                made.path("id").asText(),
                made.path("clientId").asText(),
                made.path("key").asText());
    }

    private static Answer token(String clientId, String key, String... scopes) {
        List<Map.Entry<String, String>> form = new ArrayList<>(List.of(
                Map.entry("grant_type", "client_credentials"),
                Map.entry("client_id", clientId),
                Map.entry("client_secret", key)));
        if (scopes.length > 0) {
            form.add(Map.entry("scope", String.join(" ", scopes)));
        }
        return Http.form(endpoint("token"), Map.of(), form);
    }

    private static String accessToken(Account account, String... scopes) {
        return token(account.clientId(), account.key(), scopes)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private static URI endpoint(String name) {
        return URI.create(realm.url() + "/protocol/openid-connect/" + name);
    }

    private static boolean isActive(String token) {
        List<Map.Entry<String, String>> form = List.of(
                Map.entry("token", token),
                Map.entry("client_id", TestRealm.RESOURCE_SERVER),
                Map.entry("client_secret", TestRealm.RESOURCE_SERVER_SECRET));
        return Http.form(endpoint("token/introspect"), Map.of(), form)
                .expect(200)
                .json()
                .path("active")
                .asBoolean();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.expect(401).body()).isEqualTo(REFUSED);
    }

    /** Also what they do not see themself: the account would tell whoever has its key. */
    @Test
    void its_creator_reads_what_it_holds_as_it_would_itself() {
        Account account = made();
        FeatureAccessApi bob = realm.as("bob");
        String workspace = "w" + UUID.randomUUID();
        bob.createWorkspace(workspace, "dev").expect(201);
        bob.grant(workspace, "service-account:" + account.clientId(), "viewer").expect(200);
        String held = "principals/service-account:" + account.clientId() + "/access";

        alice.node(workspace).expect(404);
        String told = alice.get(held).expect(200).body();
        assertThat(alice.get(held).json().path("items").findValuesAsText("node"))
                .containsExactly(workspace);
        assertThat(realm.api(accessToken(account)).get(held).expect(200).body()).isEqualTo(told);
        assertThat(bob.get(held).expect(403).code()).isEqualTo("forbidden");
        admin.patch("service-accounts/" + account.id(), Map.of("creator", "user:bob", "reason", "Alice moves on"))
                .expect(200);
        alice.get(held).expect(403);
        bob.get(held).expect(200);
    }

    @Test
    void its_creator_is_told_the_key_once() {
        JsonNode made = alice.post("service-accounts", Json.of("{'name':'nightly','description':'every night'}"))
                .expect(201)
                .json();

        String place = "service-accounts/" + made.path("id").asText();
        assertThat(made.path("key").asText()).matches("fsk_[0-9a-f]{24}_[0-9a-f]{64}");
        assertThat(made.path("createdBy").asText()).isEqualTo("user:alice");
        assertThat(alice.get(place).expect(200).body()).doesNotContain("fsk_");
        assertThat(alice.get("service-accounts?search=NIGHT").json().findValuesAsText("name"))
                .containsExactly("nightly");
        assertThat(admin.get("service-accounts?search=nightly").json().findValuesAsText("name"))
                .containsExactly("nightly");
        assertThat(admin.get("service-accounts?search=nightly&mine=true").json().path("items"))
                .isEmpty();
        JsonNode listed = realm.as("bob")
                .get("principals?type=service-account&search="
                        + made.path("clientId").asText())
                .expect(200)
                .json();
        assertThat(listed.at("/items/0/createdBy").asText()).isEqualTo("user:alice");
        assertThat(alice.get(place + "/keys")
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("first");
        assertThat(alice.post("service-accounts", Map.of("name", "nightly"))
                        .expect(409)
                        .code())
                .isEqualTo("name-taken");
    }

    @Test
    void a_key_is_a_client_secret_by_form_and_by_basic_authentication() {
        Account account = made();
        String basic = Base64.getEncoder()
                .encodeToString((account.clientId() + ":" + account.key()).getBytes(StandardCharsets.UTF_8));

        JsonNode byForm = Jwt.payload(accessToken(account));
        Answer byHeader = Http.form(
                endpoint("token"),
                Map.of("Authorization", "Basic " + basic),
                List.of(Map.entry("grant_type", "client_credentials")));

        assertThat(byForm.path("sub").asText()).isEqualTo(account.id());
        assertThat(byForm.path("aud").asText()).isEqualTo(TestRealm.RESOURCE_SERVER);
        assertThat(byForm.has("realm_access")).isFalse();
        assertThat(byForm.has("resource_access")).isFalse();
        byHeader.expect(200);
    }

    @Test
    void an_account_acts_by_what_it_was_granted_and_changes_things_with_the_scope_alone() {
        Account account = made();
        alice.createWorkspace("acting", "dev").expect(201);
        alice.grant("acting", "service-account:" + account.clientId(), "editor").expect(200);

        FeatureAccessApi reading = realm.api(accessToken(account));
        assertThat(reading.get("me").expect(200).json().path("principalId").asText())
                .isEqualTo(account.id());
        assertThat(reading.create("acting/p").expect(403).code()).isEqualTo("scope-required");
        realm.api(accessToken(account, TestRealm.MANAGE)).create("acting/p").expect(201);
        realm.uma()
                .bearer(accessToken(account))
                .permission("acting#apply")
                .send()
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', ",
        "PATCH, '', '{\"name\":\"mine\"}'",
        "POST, /deactivate, ",
        "POST, /activate, ",
        "DELETE, '', ",
        "GET, /keys, ",
        "POST, /keys, '{\"name\":\"mine\"}'",
    })
    void to_anybody_else_it_does_not_exist(String method, String path, String body) {
        Account account = made();
        FeatureAccessApi bob = realm.as("bob");
        Object sent = body == null ? null : Json.parse(body);

        Answer other = bob.http()
                .send(method, "service-accounts/" + account.id() + path, sent)
                .expect(404);
        Answer none = bob.http()
                .send(method, "service-accounts/" + UUID.randomUUID() + path, sent)
                .expect(404);

        assertThat(other.body()).isEqualTo(none.body());
        assertThat(bob.get("service-accounts").expect(200).body()).doesNotContain(account.id());
    }

    @Test
    void an_admin_sees_and_manages_those_of_others_and_names_another_creator() {
        Account account = made();
        String place = "service-accounts/" + account.id();

        assertThat(admin.get(place).expect(200).json().path("createdBy").asText())
                .isEqualTo("user:alice");
        admin.patch(place, Map.of("description", "looked after")).expect(200);
        assertThat(admin.post(place + "/keys", Map.of("name", "mine"))
                        .expect(422)
                        .code())
                .isEqualTo("reason-required");
        assertThat(alice.patch(place, Map.of("creator", "user:bob")).expect(403).code())
                .isEqualTo("forbidden");
        assertThat(admin.patch(place, Map.of("creator", "user:bob"))
                        .expect(200)
                        .json()
                        .path("createdBy")
                        .asText())
                .isEqualTo("user:bob");
        alice.get(place).expect(404);
    }

    @Test
    void a_service_account_makes_none_even_as_admin() {
        Account account = made();
        admin.put("users/id:" + account.id() + "/account-type", Map.of("accountType", "admin"))
                .expect(200);

        FeatureAccessApi robot = realm.api(accessToken(account, TestRealm.MANAGE));
        assertThat(robot.post("service-accounts", Map.of("name", "child"))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        admin.put("users/id:" + account.id() + "/account-type", Map.of("accountType", "principal"))
                .expect(200);
    }

    @Test
    void a_deactivated_account_has_neither_keys_nor_tokens_and_no_old_token_revives() {
        Account account = made();
        String place = "service-accounts/" + account.id();
        alice.createWorkspace("watched", "dev").expect(201);
        alice.grant("watched", "service-account:" + account.clientId(), "viewer")
                .expect(200);
        String token = accessToken(account);
        assertThat(isActive(token)).isTrue();
        view("watched", token).expect(200);

        alice.post(place + "/deactivate", null).expect(200);

        assertRefused(token(account.clientId(), account.key()));
        assertThat(isActive(token)).isFalse();
        realm.api(token).get("me").expect(401);
        assertThat(view("watched", token).expect(400).body()).contains("invalid_grant");

        alice.post(place + "/activate", null).expect(200);
        assertThat(isActive(token)).isFalse();
        realm.api(token).get("me").expect(401);
        assertThat(view("watched", token).expect(400).body()).contains("invalid_grant");
        Await.until("a new token is good", () -> isActive(accessToken(account)));
    }

    @Test
    void a_deleted_account_is_gone_with_its_grants_and_keys_and_only_once_deactivated() {
        Account account = made();
        String place = "service-accounts/" + account.id();
        alice.createWorkspace("left", "dev").expect(201);
        alice.grant("left", "service-account:" + account.clientId(), "viewer").expect(200);

        assertThat(alice.delete(place).expect(409).code()).isEqualTo("still-active");
        alice.post(place + "/deactivate?reason=retired", null).expect(200);
        alice.delete(place).expect(204);

        alice.get(place).expect(404);
        assertRefused(token(account.clientId(), account.key()));
        assertThat(alice.get("workspaces/left/grants").expect(200).body()).doesNotContain(account.id());
    }

    @Test
    void keys_overlap_while_one_is_changed_for_the_other() {
        Account account = made();
        String keys = "service-accounts/" + account.id() + "/keys";
        JsonNode second = alice.post(keys, Map.of("name", "second")).expect(201).json();
        String key = second.path("key").asText();
        assertThat(alice.post(keys, Map.of("name", "second")).expect(409).code())
                .isEqualTo("name-taken");

        token(account.clientId(), account.key()).expect(200);
        token(account.clientId(), key).expect(200);
        String place = keys + "/" + second.path("id").asText();
        alice.post(place + "/deactivate", null).expect(200);
        assertRefused(token(account.clientId(), key));
        alice.post(place + "/activate", null).expect(200);
        token(account.clientId(), key).expect(200);
        alice.delete(place).expect(204);
        assertRefused(token(account.clientId(), key));
        token(account.clientId(), account.key()).expect(200);
    }

    @Test
    void the_use_of_a_key_is_written_down() {
        Account account = made();
        accessToken(account);

        String place = "service-accounts/" + account.id();
        Await.until(
                "the use is written",
                () -> alice.get(place).json().has("lastUsedAt")
                        && alice.get(place + "/keys").json().at("/items/0").has("lastUsedAt"));
    }

    @Test
    void a_key_is_refused_while_its_creator_is_disabled_until_an_admin_names_another() {
        realm.directory().user("gone");
        Account account = made(realm.as("gone"));
        realm.directory().enable("gone", false);

        assertRefused(token(account.clientId(), account.key()));
        assertThat(admin.get("service-accounts/" + account.id())
                        .json()
                        .path("suspended")
                        .asBoolean())
                .isTrue();
        admin.patch("service-accounts/" + account.id(), Map.of("creator", "user:bob"))
                .expect(200);
        token(account.clientId(), account.key()).expect(200);
    }

    @Test
    void wrong_keys_are_refused_in_the_words_for_a_client_that_does_not_exist() {
        Account account = made();
        Account other = made();
        String key = account.key();
        String ended = expired(account);

        List<String> wrong = List.of(
                "",
                " ",
                "fsk_",
                other.key(),
                ended,
                key.toUpperCase(Locale.ROOT),
                key + " ",
                key.substring(0, key.length() - 1),
                key.substring(0, 29) + other.key().substring(29),
                other.key().substring(0, 29) + key.substring(29),
                key.substring(0, 29) + "x".repeat(64),
                "' OR 1=1 --",
                "f".repeat(100_000));
        assertRefused(token("no-such-client", key));
        wrong.forEach(text -> assertRefused(token(account.clientId(), text)));
        assertThat(token(TestRealm.RESOURCE_SERVER, key).status()).isEqualTo(401);
        token(account.clientId(), key).expect(200);
    }

    private static Answer view(String node, String token) {
        return realm.uma().bearer(token).permission(node + "#view").send();
    }

    private static String expired(Account account) {
        String keys = "service-accounts/" + account.id() + "/keys";
        String soon = Instant.now().plusSeconds(2).toString();
        JsonNode made = alice.post(keys, Map.of("name", "short", "expiresAt", soon))
                .expect(201)
                .json();
        String key = made.path("key").asText();
        Await.until("the key has ended", () -> token(account.clientId(), key).status() == 401);
        return key;
    }

    @ParameterizedTest
    @CsvSource({
        "{}, missing-field, name",
        "'{\"name\":\"\"}', malformed-value, name",
        "'{\"name\":\" x\"}', malformed-value, name",
        "'{\"name\":5}', malformed-value, name",
        "'{\"name\":\"x\",\"owner\":\"y\"}', unknown-field, owner",
        "'{\"name\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}', expiry-in-past, expiresAt",
        "'{\"name\":\"x\",\"expiresAt\":\"soon\"}', malformed-value, expiresAt",
    })
    void a_bad_key_is_refused_by_the_name_of_the_field(String body, String code, String field) {
        Account account = made();
        JsonNode problem = alice.post("service-accounts/" + account.id() + "/keys", Json.parse(body))
                .expect(422)
                .json();

        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("field").asText()).isEqualTo(field);
    }

    @Test
    void no_more_than_the_quota_are_made() {
        realm.directory().user("busy");
        quota(1);
        FeatureAccessApi busy = realm.as("busy");
        made(busy);
        assertThat(busy.post("service-accounts", Map.of("name", "more"))
                        .expect(409)
                        .code())
                .isEqualTo("quota-exceeded");
        quota(100);
    }

    @Test
    void no_trace_of_a_key_is_left_in_events_record_or_log() throws IOException {
        Account account = made();
        String secret = account.key().substring(29);
        accessToken(account);
        token(account.clientId(), account.key() + "0").expect(401);

        String events = realm.admin().get("events?max=500").expect(200).body();
        assertThat(events)
                .contains(account.clientId())
                .contains("no such API key")
                .doesNotContain(secret);
        assertThat(realm.admin().get("admin-events?max=500").expect(200).body()).doesNotContain(secret);
        assertThat(admin.get("audit?max=500").expect(200).body()).doesNotContain(secret);
        assertThat(Files.readString(realm.server().log())).doesNotContain(secret);
    }

    @Test
    void a_clients_own_secret_works_as_before() {
        assertThat(realm.resourceServerToken()).isNotEmpty();
    }
}
