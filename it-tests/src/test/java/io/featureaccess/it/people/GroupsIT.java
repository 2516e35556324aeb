package io.featureaccess.it.people;

import static io.featureaccess.it.scene.Fraud.permits;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups are made, moved and filled, and what they hold counts from the next decision on. */
@KeycloakTest
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsIT {

    private Fraud fraud;
    private FeatureAccessApi ada;

    @BeforeAll
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
        ada = fraud.as("ada");
    }

    private JsonNode make(String name) {
        return ada.post("groups", Map.of("name", name)).expect(201).json();
    }

    private JsonNode makeIn(String parent, String name) {
        return ada.post("groups", Map.of("name", name, "parent", "group:" + parent))
                .expect(201)
                .json();
    }

    private static String at(JsonNode group) {
        return "groups/" + group.path("id").asText();
    }

    private static String members(JsonNode group) {
        return at(group) + "/members";
    }

    private static String member(JsonNode group, String reference) {
        return members(group) + "?principal=" + Http.encode(reference);
    }

    private Answer join(JsonNode group, String reference) {
        return ada.put(members(group), Map.of("principal", reference));
    }

    private List<String> references(String path) {
        return ada.get(path).expect(200).json().path("items").findValuesAsText("reference");
    }

    @Test
    void a_group_is_made_renamed_moved_and_deleted_and_each_is_on_record() {
        JsonNode area = make("area");
        JsonNode team = makeIn("/area", "team");
        assertThat(team.path("path").asText()).isEqualTo("/area/team");
        assertThat(team.path("parent").asText()).isEqualTo("group:/area");

        assertThat(ada.patch(at(team), Map.of("name", "crew"))
                        .expect(200)
                        .json()
                        .path("reference")
                        .asText())
                .isEqualTo("group:/area/crew");
        JsonNode moved = ada.patch(at(team), "{\"parent\":null}").expect(200).json();
        assertThat(moved.path("path").asText()).isEqualTo("/crew");
        assertThat(moved.has("parent")).isFalse();
        assertThat(ada.get("groups/group:%2Fcrew").expect(200).json()).isEqualTo(moved);
        ada.delete(at(team)).expect(204);
        ada.delete(at(area)).expect(204);

        assertThat(ada.get(at(team)).expect(404).code()).isEqualTo("not-found");
        assertThat(ada.get("audit?change=group-updated").expect(200).json().path("items"))
                .extracting(row -> row.path("before").path("path").asText())
                .contains("/area/crew", "/area/team");
        assertThat(ada.get("audit?change=group-deleted").json().path("items").findValuesAsText("principal"))
                .contains("group:/crew", "group:/area");
    }

    @Test
    void a_groups_grants_count_for_members_and_those_of_subgroups_from_the_next_decision_on() {
        JsonNode readers = make("readers");
        JsonNode night = makeIn("/readers", "night");
        fraud.as("olga").grant("fraud", "group:/readers", "viewer").expect(200);
        FeatureAccessApi bob = fraud.as("bob");
        assertThat(permits(bob, "view", "fraud")).isFalse();

        join(night, "user:bob").expect(200);
        assertThat(permits(bob, "view", "fraud")).isTrue();
        ada.patch(at(night), "{\"parent\":null}").expect(200);
        assertThat(permits(bob, "view", "fraud")).isFalse();
        join(readers, "user:bob").expect(200);
        assertThat(permits(bob, "view", "fraud")).isTrue();
        ada.delete(member(readers, "user:bob")).expect(204);
        assertThat(permits(bob, "view", "fraud")).isFalse();

        ada.patch(at(night), Map.of("parent", "group:/readers")).expect(200);
        assertThat(permits(bob, "view", "fraud")).isTrue();
        assertThat(ada.delete(at(readers)).expect(409).code()).isEqualTo("not-empty");
        ada.delete(at(readers) + "?recursive=true").expect(204);
        assertThat(permits(bob, "view", "fraud")).isFalse();
    }

    @Test
    void members_are_users_and_service_accounts_in_pages() {
        JsonNode crowd = make("crowd");
        fraud.realm().directory().serviceAccount("pipeline", "secret");
        join(crowd, "user:vic").expect(200);
        join(crowd, "user:vic").expect(200);
        join(crowd, "service-account:pipeline").expect(200);

        assertThat(references(members(crowd))).containsExactly("service-account:pipeline", "user:vic");
        assertThat(references(members(crowd) + "?first=1&max=1")).containsExactly("user:vic");
        assertThat(references(members(crowd) + "?search=PIPE")).containsExactly("service-account:pipeline");
        assertThat(ada.get("audit?change=member-added&principal=user:vic")
                        .expect(200)
                        .json()
                        .path("items"))
                .filteredOn(row -> row.path("after").path("group").asText().equals("group:/crowd"))
                .hasSize(1);
    }

    @Test
    void groups_are_listed_for_everyone_and_changed_by_admins_alone() {
        JsonNode listed = make("listed");
        makeIn("/listed", "one");
        FeatureAccessApi vic = fraud.as("vic");

        JsonNode page = vic.get("groups?search=listed").expect(200).json();
        assertThat(page.path("items").findValuesAsText("path")).containsExactly("/listed", "/listed/one");
        assertThat(page.path("total").asInt()).isEqualTo(2);
        vic.get(at(listed)).expect(200);
        for (Answer refused : List.of(
                vic.get(members(listed)),
                vic.post("groups", Map.of("name", "mine")),
                vic.patch(at(listed), Map.of("name", "mine")),
                vic.delete(at(listed)),
                vic.put(members(listed), Map.of("principal", "user:vic")),
                vic.delete(member(listed, "user:vic")))) {
            assertThat(refused.expect(403).code()).isEqualTo("forbidden");
        }
    }

    @Test
    void whoever_joins_themself_says_why() {
        JsonNode own = make("own");

        assertThat(join(own, "user:ada").expect(422).code()).isEqualTo("reason-required");
        ada.put(members(own), Map.of("principal", "user:ada", "reason", "on call"))
                .expect(200);
        JsonNode row = ada.get("audit?change=member-added&principal=user:ada")
                .json()
                .path("items")
                .get(0);
        assertThat(row.path("reason").asText()).isEqualTo("on call");
        assertThat(row.path("after").path("toSelf").asBoolean()).isTrue();
    }

    @Test
    void who_is_let_into_what_owns_nodes_is_let_in_by_breaking_the_glass() {
        JsonNode owners = make("owners");
        fraud.as("olga").grant("fraud", "group:/owners", "owner").expect(200);

        assertThat(join(owners, "user:bob").expect(409).code()).isEqualTo("break-glass-required");
        assertThat(permits(fraud.as("bob"), "view", "fraud/vault")).isFalse();
        fraud.breakingGlass("ada")
                .put(members(owners), Map.of("principal", "user:bob"))
                .expect(200);
        assertThat(permits(fraud.as("bob"), "view", "fraud/vault")).isTrue();
        assertThat(fraud.as("olga")
                        .get("audit?node=fraud/vault&change=break-glass")
                        .expect(200)
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("after").path("group").asText()).isEqualTo("group:/owners"));
        ada.delete(member(owners, "user:bob")).expect(204);
    }

    @Test
    void the_last_owner_stays_in_the_group_by_which_they_own() {
        JsonNode sole = make("sole");
        fraud.as("olga").createWorkspace("soled", "dev").expect(201);
        join(sole, "user:vic").expect(200);
        fraud.as("olga").grant("soled", "group:/sole", "owner").expect(200);
        fraud.as("olga").delete(Fraud.taking("soled", "user:olga")).expect(204);

        assertThat(ada.delete(member(sole, "user:vic")).expect(409).code()).isEqualTo("last-owner");
        assertThat(ada.delete(at(sole)).expect(409).code()).isEqualTo("last-owner");
        assertThat(ada.delete("users/user:vic").expect(409).code()).isEqualTo("last-owner");
        assertThat(references(members(sole))).containsExactly("user:vic");
        fraud.as("vic").grant("soled", "user:olga", "owner").expect(200);
        ada.delete(at(sole)).expect(204);
        assertThat(fraud.as("olga")
                        .get("audit?node=soled&change=grant-removed")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("principal"))
                .contains("group:/sole");
    }

    @Test
    void groups_with_powers_over_the_server_are_out_of_reach() {
        fraud.realm().directory().group("/keycloak-admins");
        JsonNode group = ada.get("groups/group:%2Fkeycloak-admins").expect(200).json();
        String client = fraud.realm().directory().clientId("realm-management");
        JsonNode role = fraud.realm()
                .admin()
                .get("clients/" + client + "/roles/realm-admin")
                .expect(200)
                .json();
        fraud.realm()
                .admin()
                .post("groups/" + group.path("id").asText() + "/role-mappings/clients/" + client, List.of(role))
                .expect(204);

        assertThat(ada.put(members(group), Map.of("principal", "user:ada", "reason", "power"))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        assertThat(ada.delete(at(group)).expect(403).code()).isEqualTo("forbidden");
    }

    @Test
    void bad_input_is_refused_by_name_and_changes_nothing() {
        JsonNode bad = make("bad");
        JsonNode below = makeIn("/bad", "below");
        String before = ada.get("groups?search=bad").body();

        refused(
                ada.post("groups", Map.of("name", "x", "parent", "group:/nowhere")),
                422,
                "unknown-principal",
                "parent");
        refused(ada.post("groups", Map.of("name", "x", "parent", "user:vic")), 422, "malformed-value", "parent");
        refused(ada.post("groups", Map.of("name", "a/b")), 422, "malformed-value", "name");
        refused(ada.post("groups", Map.of("name", " ")), 422, "malformed-value", "name");
        refused(ada.post("groups", Map.of("name", "bad")), 409, "name-taken", "name");
        refused(ada.post("groups", Map.of("name", "x", "color", "red")), 422, "unknown-field", "color");
        refused(ada.post("groups", Map.of()), 422, "missing-field", "name");
        refused(ada.patch(at(bad), Map.of("parent", "group:/bad")), 409, "cyclic-group", "parent");
        refused(ada.patch(at(bad), Map.of("parent", "group:/bad/below")), 409, "cyclic-group", "parent");
        refused(ada.patch(at(bad), Map.of("parent", "id:no-such")), 422, "unknown-principal", "parent");
        refused(join(bad, "user:nobody"), 422, "unknown-principal", "principal");
        refused(join(bad, "group:/bad/below"), 422, "malformed-value", "principal");
        refused(join(bad, "email:nobody@example.com"), 409, "ambiguous-principal", "principal");
        refused(join(bad, "vic"), 422, "malformed-value", "principal");
        refused(ada.delete(members(below)), 422, "missing-field", "principal");
        assertThat(ada.get("groups/no-such").expect(404).code()).isEqualTo("not-found");
        assertThat(ada.get("groups/group:%2Fnowhere").expect(404).code()).isEqualTo("not-found");

        assertThat(ada.get("groups?search=bad").body()).isEqualTo(before);
    }

    @Test
    void a_group_of_another_realm_is_none() {
        JsonNode here = make("here");
        try (TestRealm elsewhere = fraud.realm().server().newRealm()) {
            String foreign = elsewhere.directory().group("/foreign");

            for (String group : List.of(foreign, "id:" + foreign, "group:%2Fforeign")) {
                for (Answer unknown : List.of(
                        ada.get("groups/" + group),
                        ada.get("groups/" + group + "/members"),
                        ada.patch("groups/" + group, Map.of("name", "mine")),
                        ada.put("groups/" + group + "/members", Map.of("principal", "user:vic")),
                        ada.delete("groups/" + group))) {
                    assertThat(unknown.expect(404).code()).isEqualTo("not-found");
                }
            }
            refused(
                    ada.post("groups", Map.of("name", "x", "parent", "id:" + foreign)),
                    422,
                    "unknown-principal",
                    "parent");
            refused(ada.patch(at(here), Map.of("parent", "id:" + foreign)), 422, "unknown-principal", "parent");
            refused(fraud.as("olga").grant("fraud", "id:" + foreign, "viewer"), 422, "unknown-principal", "principal");
        }
    }

    private static void refused(Answer answer, int status, String code, String field) {
        assertThat(answer.expect(status).code()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
    }
}
