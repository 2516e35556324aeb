package io.featureaccess.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workspaces, projects and feature sets through their lives. */
@KeycloakTest
@Tag("postgres")
class NodesIT {

    private TestRealm realm;
    private FeatureAccessApi alice;
    private FeatureAccessApi bob;

    @BeforeEach
    void people(TestRealm realm) {
        this.realm = realm;
        realm.directory().user("alice");
        realm.directory().user("bob");
        alice = realm.as("alice");
        bob = realm.as("bob");
    }

    @Test
    void node_is_made_shown_changed_and_deleted() {
        JsonNode made = alice.post(
                        "workspaces",
                        Json.of("{'name':'fraud','kind':'dev','displayName':'Fraud','locked':false,"
                                + "'settings':{'viewersReadOffline':true}}"))
                .expect(201)
                .json();

        assertThat(made.path("path").asText()).isEqualTo("fraud");
        assertThat(made.path("kind").asText()).isEqualTo("workspace");
        assertThat(made.path("workspaceKind").asText()).isEqualTo("dev");
        assertThat(made.path("createdBy").asText()).isEqualTo("user:alice");
        assertThat(made.path("settings").path("viewersReadOffline").asBoolean()).isTrue();
        assertThat(made.path("locked").asBoolean()).isFalse();
        assertThat(made.has("secret")).isFalse();
        assertThat(made.path("myRoles")).isEqualTo(Json.of("['owner']"));
        assertThat(alice.node("fraud").expect(200).json()).isEqualTo(made);

        JsonNode changed = alice.patch(
                        "workspaces/fraud", Json.of("{'displayName':null,'description':'All of it','locked':true}"))
                .expect(200)
                .json();
        assertThat(changed.path("displayName").asText()).isEqualTo("fraud");
        assertThat(changed.path("description").asText()).isEqualTo("All of it");
        assertThat(changed.path("settings").path("viewersReadOffline").asBoolean())
                .isTrue();

        alice.delete("workspaces/fraud").expect(204);
        assertThat(alice.node("fraud").expect(404).code()).isEqualTo("no-such-node");
    }

    @Test
    void projects_and_feature_sets_lie_below() {
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments", Map.of("secret", true)).expect(201);
        JsonNode cards = alice.create("fraud/payments/cards", Map.of("sensitiveFeatures", List.of("pan", "cvc")))
                .expect(201)
                .json();

        assertThat(cards.path("sensitiveFeatures")).isEqualTo(Json.of("['pan','cvc']"));
        assertThat(cards.path("secret").asBoolean()).isFalse();
        assertThat(cards.has("locked")).isFalse();
        assertThat(paths(alice.get("workspaces"))).containsExactly("fraud");
        assertThat(paths(alice.get("workspaces/fraud/projects"))).containsExactly("fraud/payments");
        assertThat(paths(alice.get("workspaces/fraud/projects/payments/feature-sets")))
                .containsExactly("fraud/payments/cards");
    }

    @Test
    void nodes_of_every_kind_are_found_by_how_their_names_display_names_and_paths_begin() {
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments", Map.of("displayName", "Card payments")).expect(201);
        alice.create("fraud/payments/cards").expect(201);
        alice.create("fraud/payments/transactions", Map.of("secret", true)).expect(201);
        alice.grant("fraud", "user:bob", "viewer").expect(200);

        assertThat(found(alice, "card")).containsExactly("fraud/payments", "fraud/payments/cards");
        assertThat(found(alice, "TRANS")).containsExactly("fraud/payments/transactions");
        assertThat(found(alice, "fraud/payments/"))
                .containsExactly("fraud/payments/cards", "fraud/payments/transactions");
        assertThat(found(bob, "fraud/payments/")).containsExactly("fraud/payments/cards");
        assertThat(found(alice, "card%20p")).containsExactly("fraud/payments");
        assertThat(found(alice, "ard")).isEmpty();
        assertThat(found(alice, "%25")).isEmpty();
        assertThat(found(alice, "card&first=1&max=1")).containsExactly("fraud/payments/cards");

        alice.patch("workspaces/fraud/projects/payments", Map.of("displayName", "Zahlungen"))
                .expect(200);
        assertThat(found(alice, "card")).containsExactly("fraud/payments/cards");
        assertThat(found(alice, "zahl")).containsExactly("fraud/payments");
    }

    @Test
    void a_search_says_what_it_needs() {
        assertThat(alice.get("nodes").expect(422).json().path("field").asText()).isEqualTo("search");
        assertThat(alice.get("nodes?search=%20").expect(422).code()).isEqualTo("malformed-value");
        assertThat(alice.get("nodes?search=a&kind=project").expect(422).code()).isEqualTo("unknown-field");
        assertThat(alice.get("nodes?search=" + "a".repeat(256)).expect(422).code())
                .isEqualTo("malformed-value");
    }

    private static List<String> found(FeatureAccessApi api, String search) {
        return paths(api.get("nodes?search=" + search));
    }

    @Test
    void every_node_is_a_resource_and_goes_with_it() {
        String id = alice.createWorkspace("fraud", "dev")
                .expect(201)
                .json()
                .path("id")
                .asText();
        alice.create("fraud/payments").expect(201);
        assertThat(resources()).isEqualTo(2);

        assertThat(alice.delete("workspaces/fraud").expect(409).code()).isEqualTo("not-empty");
        alice.delete("workspaces/fraud?recursive=true").expect(204);

        assertThat(resources()).isZero();
        assertThat(realm.server().database().number("SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE ID = ?", id))
                .isZero();
    }

    @Test
    void path_of_a_deleted_node_stays_reserved_and_names_of_all_kinds_are_taken_alike() {
        alice.createWorkspace("gone", "dev").expect(201);
        alice.delete("workspaces/gone").expect(204);
        alice.createWorkspace("fraud", "dev").expect(201);

        Answer reserved = bob.createWorkspace("gone", "dev").expect(409);
        Answer hidden = bob.createWorkspace("fraud", "dev").expect(409);

        assertThat(reserved.code()).isEqualTo("name-taken");
        assertThat(reserved.body().replace("gone", "fraud")).isEqualTo(hidden.body());
    }

    @Test
    void roles_say_what_may_be_changed() {
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments").expect(201);
        alice.grant("fraud", "user:bob", "editor").expect(200);

        bob.patch("workspaces/fraud/projects/payments", Map.of("description", "x"))
                .expect(200);
        assertThat(bob.patch("workspaces/fraud/projects/payments", Map.of("secret", true))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        assertThat(bob.delete("workspaces/fraud/projects/payments").expect(403).code())
                .isEqualTo("forbidden");
        bob.create("fraud/cards").expect(201);
    }

    @Test
    void whoever_sees_a_node_knows_whom_to_ask() {
        alice.post("workspaces", Json.of("{'name':'fraud','kind':'dev','locked':false}"))
                .expect(201);
        alice.create("fraud/payments").expect(201);
        realm.directory().group("/teams/fraud");
        alice.grant("fraud/payments", "group:/teams/fraud", "owner").expect(200);

        assertThat(bob.node("fraud/payments").expect(200).json().path("owners"))
                .isEqualTo(Json.of("['group:/teams/fraud','user:alice']"));
        assertThat(bob.node("fraud").json().path("owners")).isEqualTo(Json.of("['user:alice']"));
        assertThat(bob.get("workspaces/fraud/projects")
                        .json()
                        .path("items")
                        .get(0)
                        .has("owners"))
                .isFalse();
    }

    @Test
    void list_shows_what_is_seen_page_by_page() {
        alice.createWorkspace("fraud", "dev").expect(201);
        for (String name : List.of("c", "a", "e", "b", "d")) {
            alice.create("fraud/" + name, Map.of("secret", name.equals("b"))).expect(201);
        }
        alice.grant("fraud", "user:bob", "viewer").expect(200);

        assertThat(paths(alice.get("workspaces/fraud/projects?max=3")))
                .containsExactly("fraud/a", "fraud/b", "fraud/c");
        assertThat(paths(alice.get("workspaces/fraud/projects?first=3&max=3"))).containsExactly("fraud/d", "fraud/e");
        assertThat(paths(bob.get("workspaces/fraud/projects?max=3"))).containsExactly("fraud/a", "fraud/c", "fraud/d");
        assertThat(bob.get("workspaces/fraud/projects")
                        .json()
                        .path("items")
                        .get(0)
                        .path("myRoles"))
                .isEqualTo(Json.of("['viewer']"));
    }

    @Test
    void my_access_is_what_i_hold() {
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/payments").expect(201);
        alice.create("fraud/payments/cards").expect(201);
        alice.post("workspaces", Json.of("{'name':'open','kind':'dev','locked':false}"))
                .expect(201);
        realm.directory().group("/teams/fraud");
        realm.directory().join("bob", "/teams/fraud");
        alice.grant("fraud/payments", "group:/teams/fraud", "consumer").expect(200);

        assertThat(paths(bob.get("me/access"))).containsExactly("fraud/payments", "fraud/payments/cards");
        assertThat(paths(bob.get("me/access?kind=feature-set&action=read-online&under=fraud")))
                .containsExactly("fraud/payments/cards");
        assertThat(paths(bob.get("me/access?action=manage-access"))).isEmpty();
        assertThat(paths(bob.get("workspaces"))).containsExactly("open");
    }

    @Test
    void admin_breaks_the_glass_for_one_look_and_it_goes_on_record() {
        realm.directory().user("root");
        realm.directory().clientRole("root", TestRealm.RESOURCE_SERVER, "admin");
        FeatureAccessApi root = realm.as("root");
        alice.createWorkspace("fraud", "dev").expect(201);
        alice.create("fraud/hidden", Map.of("secret", true)).expect(201);
        alice.create("fraud/shown").expect(201);
        String list = "workspaces/fraud/projects";

        assertThat(paths(root.get(list))).containsExactly("fraud/shown");
        root.node("fraud/hidden").expect(404);
        FeatureAccessApi breaking = root.with("Feature-Access-Break-Glass", "incident 7");
        assertThat(paths(breaking.get(list))).containsExactly("fraud/hidden", "fraud/shown");
        breaking.node("fraud/hidden").expect(200);
        breaking.patch("workspaces/fraud/projects/hidden", Map.of("secret", false))
                .expect(404);
        assertThat(paths(root.get(list))).containsExactly("fraud/shown");

        JsonNode rows =
                alice.get("audit?node=fraud&change=break-glass").expect(200).json();
        assertThat(rows.path("items").findValuesAsText("node")).containsExactly("fraud/hidden", "fraud/hidden");
        assertThat(rows.path("items").findValuesAsText("reason")).containsOnly("incident 7");
        assertThat(paths(realm.as("bob").with("Feature-Access-Break-Glass", "x").get("workspaces")))
                .isEmpty();
    }

    private long resources() {
        return realm.server()
                .database()
                .number(
                        "SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE RESOURCE_SERVER_ID = ? AND NAME LIKE ?",
                        realm.directory().clientId(TestRealm.RESOURCE_SERVER),
                        "fraud%");
    }

    static List<String> paths(Answer answer) {
        return answer.expect(200).json().path("items").findValuesAsText("path");
    }
}
