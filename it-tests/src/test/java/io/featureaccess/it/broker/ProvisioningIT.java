package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * People whom the company's directory makes, puts into groups, switches off and removes by Keycloak's SCIM API, beside those who
 * come by their first login.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisioningIT {

    private TestRealm realm;
    private Fraud fraud;
    private Payments payments;

    @AutoClose
    private Company company;

    private Scim directory;
    private FeatureAccessApi ada;
    private int made;

    @BeforeAll
    void aCompanyWithADirectory(TestRealm given) {
        realm = given;
        fraud = new Fraud(realm);
        payments = new Payments(fraud);
        ada = fraud.as("ada");
        company = new Company(realm);
        directory = new Scim(realm);
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

    /** Who has logged in through the company, whose rules make a group of each team. */
    private String workerWhoCameInto(String team) {
        company.rules(Protocol.OIDC, "teams", TeamRule.EACH_TEAM);
        String name = worker();
        company.teams(name, team);
        company.login(Protocol.OIDC, name);
        return name;
    }

    private Payments.Group consumers() {
        return payments.consumers(directory, "consumers-" + ++made);
    }

    private void password(String name, String id) {
        Map<String, Object> password = Map.of("type", "password", "value", name, "temporary", false);
        realm.admin().put("users/" + id + "/reset-password", password).expect(204);
    }

    @Test
    void what_groups_of_somebody_made_ahead_may_counts_at_once_and_for_the_login_that_follows() {
        String name = worker();
        String id = directory.user(name);
        Payments.Group group = consumers();
        assertThat(payments.permits(name)).isFalse();

        directory.join(id, group.id());
        assertThat(payments.permits(name)).isTrue();
        String token = company.login(Protocol.OIDC, name);
        assertThat(Jwt.payload(token).path("sub").asText()).isEqualTo(id);
        payments.uma(token).expect(200);

        directory.leave(id, group.id());
        assertThat(payments.permits(name)).isFalse();
        payments.uma(token).expect(403);
    }

    @Test
    void somebody_made_inactive_is_refused_at_once_by_every_door_and_has_again_all_that_they_had_once_active() {
        String name = worker();
        String id = directory.user(name);
        directory.join(id, consumers().id());
        String token = company.login(Protocol.OIDC, name);
        String rpt = payments.uma(token).expect(200).json().path("access_token").asText();
        assertThat(List.of(payments.isActive(token), payments.isActive(rpt))).containsOnly(true);

        directory.active(id, false);
        assertThat(payments.permits(name)).isFalse();
        assertThat(payments.uma(token).status()).isIn(400, 401, 403);
        assertThat(List.of(payments.isActive(token), payments.isActive(rpt))).containsOnly(false);
        realm.api(token).get("me").expect(401);
        assertThatThrownBy(() -> company.login(Protocol.OIDC, name)).isInstanceOf(AssertionError.class);

        directory.active(id, true);
        assertThat(payments.permits(name)).isTrue();
        payments.uma(company.login(Protocol.OIDC, name)).expect(200);
    }

    @Test
    void rules_take_nothing_that_the_directory_gave_and_give_again_what_it_took_of_theirs() {
        String name = workerWhoCameInto("fraud");
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
        String name = workerWhoCameInto("risk");

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
        fraud.as("olga").grant(Payments.NODE, "user:" + name, "consumer").expect(200);
        String token = company.login(Protocol.OIDC, name);
        payments.uma(token).expect(200);
        assertThat(orphans()).doesNotContain("left-behind");
        directory.active(id, false);
        assertThat(orphans()).contains("left-behind");

        directory.remove("Users/" + id);

        assertThat(fraud.held(Payments.NODE)).noneMatch(grant -> grant.contains(name));
        assertThat(payments.isActive(token)).isFalse();
        assertThat(payments.uma(token).status()).isIn(400, 401, 403);
        assertThat(texts(ada.get("audit?principal=id:" + id), "principal"))
                .isNotEmpty()
                .containsOnly("user:" + name);
        assertThat(texts(ada.get("audit?actor=id:" + id), "actor")).isNotEmpty().containsOnly(name);
        assertThat(orphans()).contains("left-behind");
        String gone = "audit?change=grant-removed&principal=id:" + id;
        Await.until("it is on record which grants went", () -> texts(ada.get(gone), "node")
                .containsAll(List.of(Payments.NODE, "left-behind")));

        assertThat(directory.user(name)).isNotEqualTo(id);
        String again = company.login(Protocol.OIDC, name);
        assertThat(payments.permits(name)).isFalse();
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
        Payments.Group group = consumers();
        directory.join(directory.user(name), group.id());

        directory.rename(group.id(), "renamed");
        assertThat(fraud.held(Payments.NODE))
                .contains("group:/renamed consumer")
                .doesNotContain(group.reference() + " consumer");
        assertThat(payments.permits(name)).isTrue();

        directory.remove("Groups/" + group.id());
        assertThat(payments.permits(name)).isFalse();
        assertThat(fraud.held(Payments.NODE)).doesNotContain("group:/renamed consumer");
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

    @Test
    void who_is_let_into_a_group_and_taken_out_is_on_record_whoever_does_it_and_once() {
        String name = worker();
        String id = directory.user(name);
        Payments.Group group = consumers();
        directory.join(id, group.id());
        directory.leave(id, group.id());
        realm.directory().join(name, group.reference().substring("group:".length()));
        ada.delete("groups/" + group.id() + "/members?principal=user:" + name).expect(204);
        company.rules(Protocol.OIDC, "teams", TeamRule.EACH_TEAM);
        company.teams(name, "night");
        company.login(Protocol.OIDC, name);

        JsonNode rows = ada.get("audit?principal=id:" + id).expect(200).json().path("items");
        assertThat(rows.findValuesAsText("change"))
                .containsExactly("rules-applied", "member-removed", "member-added", "member-removed", "member-added");
        assertThat(rows.findValuesAsText("actor"))
                .containsExactly("system", "ada", "harness-admin (realm master)", "directory", "directory");
        assertThat(rows.at("/4/after/group").asText()).isEqualTo(group.reference());
        assertThat(rows.at("/3/before/group").asText()).isEqualTo(group.reference());
        assertThat(rows.at("/3/address").asText()).isEqualTo("127.0.0.1");
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
