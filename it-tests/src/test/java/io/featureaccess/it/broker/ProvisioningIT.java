package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * People whom the company's directory makes, puts into groups, switches off and removes by Keycloak's SCIM API, beside those who
 * come by their first login. It is Keycloak's preview: what it leaves undone and the documentation warns of is here too.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisioningIT {

    private static final String NODE = "fraud/payments";
    private static final String TEAMS =
            "[{'conditions':[{'attribute':'teams','match':'glob','value':'*'}],'groups':['/teams/$1'],'createMissing':true}]";

    private TestRealm realm;
    private Fraud fraud;
    private Company company;
    private Scim directory;
    private FeatureAccessApi ada;
    private int made;

    @BeforeAll
    void aCompanyWithADirectory(TestRealm given) {
        realm = given;
        fraud = new Fraud(realm);
        ada = fraud.as("ada");
        company = new Company(realm);
        directory = new Scim(realm);
    }

    @AfterAll
    void close() {
        company.close();
    }

    @AfterEach
    void withoutMappers() {
        company.removeMappers();
    }

    /** Somebody who works at the company, whom the realm does not know yet. */
    private String worker() {
        String name = "worker-" + ++made;
        company.person(name);
        return name;
    }

    /** A group that the directory made, and that may consume the project. */
    private Group consumers() {
        String name = "consumers-" + ++made;
        Group group = new Group(directory.group(name), "group:/" + name);
        fraud.as("olga").grant(NODE, group.reference(), "consumer").expect(200);
        return group;
    }

    private record Group(String id, String reference) {}

    /** As the feature store asks about anybody. */
    private boolean permits(String name) {
        Map<String, String> check = Map.of("principal", "user:" + name, "action", "read-online", "node", NODE);
        return Fraud.decision(realm.api(realm.resourceServerToken()), check)
                .path("permit")
                .asBoolean();
    }

    private Answer uma(String token) {
        return realm.uma().bearer(token).permission(NODE + "#read-online").send();
    }

    private boolean isActive(String token) {
        URI address = URI.create(realm.url() + "/protocol/openid-connect/token/introspect");
        List<Map.Entry<String, String>> form = List.of(
                Map.entry("token", token),
                Map.entry("client_id", TestRealm.RESOURCE_SERVER),
                Map.entry("client_secret", TestRealm.RESOURCE_SERVER_SECRET));
        Answer answer = Http.form(address, Map.of(), form);
        return answer.expect(200).json().path("active").asBoolean();
    }

    private void password(String name, String id) {
        Map<String, Object> password = Map.of("type", "password", "value", name, "temporary", false);
        realm.admin().put("users/" + id + "/reset-password", password).expect(204);
    }

    @Test
    void the_api_opens_to_no_token_but_one_that_is_meant_for_it_of_a_client_that_may_manage_users() {
        assertThat(Scim.as(realm, "").get("Users").status()).isEqualTo(401);
        assertThat(Scim.as(realm, realm.resourceServerToken()).get("Users").status())
                .isEqualTo(401);
        assertThat(Scim.as(realm, realm.token("ada")).get("Users").status()).isEqualTo(403);

        String other = realm.directory().serviceAccount("other-directory", "other-secret");
        realm.directory().audience(other, Scim.address(realm));
        String token = realm.clientToken("other-directory", "other-secret");
        assertThat(Scim.as(realm, token).get("Users").status()).isEqualTo(403);
    }

    @Test
    void
            what_the_groups_of_somebody_who_was_made_ahead_may_counts_with_the_next_decision_and_for_the_login_that_follows() {
        String name = worker();
        String id = directory.user(name);
        Group group = consumers();
        assertThat(permits(name)).isFalse();

        directory.join(id, group.id());
        assertThat(permits(name)).isTrue();
        String token = company.login(Protocol.OIDC, name);
        assertThat(Jwt.payload(token).path("sub").asText()).isEqualTo(id);
        uma(token).expect(200);

        directory.leave(id, group.id());
        assertThat(permits(name)).isFalse();
        uma(token).expect(403);
    }

    @Test
    void somebody_made_inactive_is_refused_at_once_by_every_door_and_has_again_all_that_they_had_once_active() {
        String name = worker();
        String id = directory.user(name);
        directory.join(id, consumers().id());
        String token = company.login(Protocol.OIDC, name);
        String rpt = uma(token).expect(200).json().path("access_token").asText();
        assertThat(List.of(isActive(token), isActive(rpt))).containsOnly(true);

        directory.active(id, false);
        assertThat(permits(name)).isFalse();
        assertThat(uma(token).status()).isIn(400, 401, 403);
        assertThat(List.of(isActive(token), isActive(rpt))).containsOnly(false);
        realm.api(token).get("me").expect(401);
        assertThatThrownBy(() -> company.login(Protocol.OIDC, name)).isInstanceOf(AssertionError.class);

        directory.active(id, true);
        assertThat(permits(name)).isTrue();
        uma(company.login(Protocol.OIDC, name)).expect(200);
    }

    @Test
    void rules_take_nothing_that_the_directory_gave_and_give_again_what_it_took_of_theirs() {
        company.rules(Protocol.OIDC, "teams", TEAMS);
        String name = worker();
        company.teams(name, "fraud");
        company.login(Protocol.OIDC, name);
        String id = realm.directory().userId(name);
        String desk = directory.group("desk");

        directory.join(id, desk);
        directory.leave(id, realm.directory().groupId("/teams/fraud"));
        assertThat(company.groups(name)).containsExactly("/desk");

        company.login(Protocol.OIDC, name);
        assertThat(company.groups(name)).containsExactly("/desk", "/teams/fraud");

        company.teams(name);
        company.login(Protocol.OIDC, name);
        assertThat(company.groups(name)).containsExactly("/desk");
    }

    @Test
    void a_group_that_rules_gave_first_goes_with_them_although_the_directory_gives_it_too() {
        company.rules(Protocol.OIDC, "teams", TEAMS);
        String name = worker();
        company.teams(name, "risk");
        company.login(Protocol.OIDC, name);

        directory.join(realm.directory().userId(name), realm.directory().groupId("/teams/risk"));
        company.teams(name);
        company.login(Protocol.OIDC, name);

        assertThat(company.groups(name)).isEmpty();
    }

    @Test
    void somebody_removed_leaves_a_readable_record_and_orphans_and_nothing_to_a_namesake() {
        String name = worker();
        String id = directory.user(name);
        password(name, id);
        fraud.as(name).createWorkspace("left-behind", "dev").expect(201);
        fraud.as("olga").grant(NODE, "user:" + name, "consumer").expect(200);
        String token = company.login(Protocol.OIDC, name);
        uma(token).expect(200);
        assertThat(orphans()).doesNotContain("left-behind");
        directory.active(id, false);
        assertThat(orphans()).contains("left-behind");

        directory.remove("Users/" + id);

        assertThat(fraud.held(NODE)).noneMatch(grant -> grant.contains(name));
        assertThat(isActive(token)).isFalse();
        assertThat(uma(token).status()).isIn(400, 401, 403);
        assertThat(texts(ada.get("audit?principal=id:" + id), "principal"))
                .isNotEmpty()
                .containsOnly("user:" + name);
        assertThat(texts(ada.get("audit?actor=id:" + id), "actor")).isNotEmpty().containsOnly(name);
        assertThat(orphans()).contains("left-behind");
        String gone = "audit?change=grant-removed&principal=id:" + id;
        Await.until("it is on record which grants went", () -> texts(ada.get(gone), "node")
                .containsAll(List.of(NODE, "left-behind")));

        assertThat(directory.user(name)).isNotEqualTo(id);
        String again = company.login(Protocol.OIDC, name);
        assertThat(permits(name)).isFalse();
        assertThat(realm.api(again).get("me/access").expect(200).json().path("items"))
                .isEmpty();
    }

    private List<String> orphans() {
        return texts(ada.get("orphans"), "path");
    }

    private static List<String> texts(Answer list, String field) {
        return list.expect(200).json().path("items").findValuesAsText(field);
    }

    @Test
    void keys_of_service_accounts_are_refused_once_the_directory_made_their_creator_inactive() {
        String name = worker();
        String id = directory.user(name);
        password(name, id);
        JsonNode account = fraud.as(name)
                .post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        Map<String, String> key = Map.of(
                "client_id", account.path("clientId").asText(),
                "client_secret", account.path("key").asText());
        realm.server().token(realm.name(), "client_credentials", key).expect(200);

        directory.active(id, false);
        realm.server().token(realm.name(), "client_credentials", key).expect(401);

        JsonNode seen =
                ada.get("service-accounts/" + account.path("id").asText()).json();
        assertThat(seen.path("suspended").asBoolean()).isTrue();
        directory.api().get("Users/" + account.path("id").asText()).expect(404);
    }

    @Test
    void a_renamed_group_keeps_what_it_holds_and_a_removed_one_takes_it_away() {
        String name = worker();
        Group group = consumers();
        directory.join(directory.user(name), group.id());

        directory.rename(group.id(), "renamed");
        assertThat(fraud.held(NODE))
                .contains("group:/renamed consumer")
                .doesNotContain(group.reference() + " consumer");
        assertThat(permits(name)).isTrue();

        directory.remove("Groups/" + group.id());
        assertThat(permits(name)).isFalse();
        assertThat(fraud.held(NODE)).doesNotContain("group:/renamed consumer");
    }

    @Test
    void a_group_that_makes_admins_is_open_to_the_directory_and_one_with_powers_over_keycloak_is_not() {
        String name = worker();
        String id = directory.user(name);
        String platform = withRole("platform", TestRealm.RESOURCE_SERVER, "admin");
        String operators = withRole("operators", "realm-management", "view-users");

        directory.join(id, platform);
        String token = company.login(Protocol.OIDC, name);
        assertThat(realm.api(token).get("me").json().path("accountType").asText())
                .isEqualTo("admin");

        directory
                .patch("Groups/" + operators, "{'op':'add','path':'members','value':[{'value':'%s'}]}".formatted(id))
                .expect(403);
    }

    private String withRole(String group, String clientId, String role) {
        String id = realm.directory().group("/" + group);
        String client = realm.directory().clientId(clientId);
        JsonNode full = realm.admin()
                .get("clients/" + client + "/roles/" + role)
                .expect(200)
                .json();
        realm.admin()
                .post("groups/" + id + "/role-mappings/clients/" + client, List.of(full))
                .expect(204);
        return id;
    }

    /** Keycloak answers well and takes nobody out: whoever relies on it must send the other form. */
    @Test
    void only_a_filter_in_the_path_takes_a_member_out() {
        String name = worker();
        String id = directory.user(name);
        Group group = consumers();
        directory.join(id, group.id());
        String address = "Groups/" + group.id();

        directory
                .patch(address, "{'op':'Remove','path':'members','value':[{'value':'%s'}]}".formatted(id))
                .expect(200);
        directory.patch(address, "{'op':'replace','path':'members','value':[]}").expect(200);
        directory
                .api()
                .put(address, Json.of("{'id':'%s','displayName':'x','members':[{'value':'%s'}]}", group.id(), id))
                .expect(400);
        assertThat(permits(name)).isTrue();

        directory
                .patch("Users/" + id, "{'op':'remove','path':'groups[value eq \\\"%s\\\"]'}".formatted(group.id()))
                .expect(200);
        assertThat(permits(name)).isFalse();
    }

    @Test
    void groups_below_others_are_not_found_by_name_and_can_be_used_by_id() {
        String name = worker();
        String id = directory.user(name);
        String nested = realm.directory().group("/departments/claims");
        fraud.as("olga").grant(NODE, "group:/departments/claims", "consumer").expect(200);

        String found = Http.encode("displayName eq \"claims\"");
        assertThat(directory
                        .api()
                        .get("Groups?filter=" + found)
                        .json()
                        .path("totalResults")
                        .asInt())
                .isZero();
        directory.join(id, nested);

        assertThat(permits(name)).isTrue();
    }

    /** Where nobody tells Keycloak of those who leave, it notices who stays away. */
    @Test
    void each_login_puts_off_the_day_on_which_whoever_stays_away_is_disabled() {
        realm.admin().post("workflows", Json.of("""
                        {'name':'leavers','on':'user-authenticated','if':'has-identity-provider-link(%s)',
                         'concurrency':{'restart-in-progress':'true'},'steps':[{'uses':'disable-user','after':'30d'}]}
                        """, Protocol.OIDC.alias())).expect(201);
        String name = worker();
        company.login(Protocol.OIDC, name);
        long day = due(name).at("/0/steps/0/scheduled-at").asLong();
        assertThat(Instant.ofEpochMilli(day)).isAfter(Instant.now().plus(Duration.ofDays(29)));

        company.login(Protocol.OIDC, name);
        assertThat(due(name).at("/0/steps/0/scheduled-at").asLong()).isGreaterThan(day);
        realm.token("vic");
        assertThat(due("vic")).isEmpty();
    }

    private JsonNode due(String name) {
        return realm.admin()
                .get("workflows/scheduled/" + realm.directory().userId(name))
                .expect(200)
                .json();
    }
}
