package io.featureaccess.it.access;

import static io.featureaccess.it.scene.Fraud.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who has access, and by what. */
@KeycloakTest
@Tag("postgres")
class AccessIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    private JsonNode access(String caller, String node, String principal) {
        return fraud.as(caller)
                .get(at(node, "access") + "?principal=" + Http.encode(principal))
                .expect(200)
                .json();
    }

    @Test
    void every_way_is_told() {
        fraud.realm().directory().group("/teams/risk");
        fraud.realm().directory().join("bob", "/teams/risk");
        fraud.as("olga").grant("fraud/payments", "group:/teams", "editor").expect(200);
        fraud.as("ada")
                .put("all-workspaces/grants", Fraud.wanted("user:bob", "viewer"))
                .expect(200);
        JsonNode access = access("olga", "fraud/payments/transactions", "user:bob");

        assertThat(access.path("principal").asText()).isEqualTo("user:bob");
        assertThat(access.path("roles").toString()).isEqualTo("[\"owner\",\"viewer\"]");
        assertThat(access.path("strongest").asText()).isEqualTo("owner");
        assertThat(access.path("actions").toString()).contains("\"manage-access\"");
        assertThat(access.path("why").toString())
                .isEqualTo("[{\"role\":\"editor\",\"grantedOn\":\"fraud/payments\",\"via\":\"/teams\","
                        + "\"inheritedAs\":\"owner\",\"membership\":{\"origin\":\"direct\"}},"
                        + "{\"role\":\"viewer\",\"grantedOn\":\"*\",\"inheritedAs\":\"viewer\"}]");
    }

    @Test
    void about_themself_anyone_asks_who_sees_the_node() {
        fraud.as("olga").patch("workspaces/fraud", Map.of("locked", false)).expect(200);

        assertThat(access("bob", "fraud/payments", "user:bob").path("actions").toString())
                .isEqualTo("[\"view\"]");
        assertThat(fraud.as("bob")
                        .get(at("fraud/payments", "access") + "?principal=user:olga")
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        fraud.as("bob").get(at("fraud/payments", "access")).expect(403);
    }

    @Test
    void everyone_with_access_is_listed_by_pages_and_types() {
        fraud.realm().directory().group("/teams");
        fraud.realm().directory().join("bob", "/teams");
        fraud.as("olga").grant("fraud", "group:/teams", "viewer").expect(200);
        FeatureAccessApi vic = fraud.as("vic");
        JsonNode all =
                vic.get(at("fraud/payments", "access")).expect(200).json().path("items");

        assertThat(all.findValuesAsText("principal"))
                .containsExactlyInAnyOrder("group:/teams", "user:bob", "user:olga", "user:vic");
        assertThat(vic.get(at("fraud", "access") + "?type=group")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("principal"))
                .containsExactly("group:/teams");
        String first = vic.get(at("fraud/payments", "access") + "?max=3")
                .expect(200)
                .json()
                .path("items")
                .toString();
        JsonNode last = vic.get(at("fraud/payments", "access") + "?first=3&max=3")
                .expect(200)
                .json()
                .path("items");
        assertThat(last).hasSize(1);
        assertThat(first).doesNotContain(last.get(0).path("principalId").asText());
    }

    @Test
    void of_a_secret_node_owners_read_that_other_roles_sleep() {
        fraud.as("olga").grant("fraud/vault", "user:vic", "editor").expect(200);
        JsonNode access = access("olga", "fraud/vault", "user:vic");

        assertThat(access.path("roles")).isEmpty();
        assertThat(access.has("strongest")).isFalse();
        assertThat(access.path("why").findValuesAsText("sleeping"))
                .containsOnly("secret")
                .hasSize(2);
    }

    @Test
    void what_somebody_holds_is_for_themself_and_admins_and_leaves_out_what_is_hidden() {
        fraud.as("olga").grant("fraud/vault", "user:vic", "editor").expect(200);
        List<String> own = fraud.as("vic")
                .get("principals/user:vic/access")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("node");

        assertThat(own).containsExactly("fraud");
        assertThat(fraud.as("ada")
                        .get("principals/user:olga/access")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("node"))
                .contains("fraud", "fraud/payments")
                .noneMatch(node -> node.startsWith("fraud/vault"));
        assertThat(fraud.breakingGlass("ada")
                        .get("principals/user:vic/access")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("node"))
                .containsExactly("fraud", "fraud/vault");
        assertThat(fraud.as("vic")
                        .get("principals/user:olga/access")
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        assertThat(fraud.as("vic")
                        .get("principals/user:nobody/access")
                        .expect(404)
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void what_a_group_holds_is_asked_with_its_slashes_encoded() {
        fraud.realm().directory().group("/teams/risk");
        fraud.as("olga").grant("fraud", "group:/teams/risk", "viewer").expect(200);
        JsonNode items = fraud.as("ada")
                .get("principals/" + Http.encode("group:/teams/risk") + "/access")
                .expect(200)
                .json()
                .path("items");

        assertThat(items.findValuesAsText("role")).containsExactly("viewer");
    }

    @Test
    void principals_are_searched_and_account_types_shown_to_admins_only() {
        JsonNode found =
                fraud.as("vic").get("principals?search=OLG").expect(200).json();
        assertThat(found.path("items").findValuesAsText("reference")).containsExactly("user:olga");
        assertThat(found.toString()).doesNotContain("accountType");

        JsonNode admins =
                fraud.as("ada").get("principals?type=user").expect(200).json().path("items");
        assertThat(admins)
                .filteredOn(one -> one.path("accountType").asText().equals("admin"))
                .hasSize(1);
        assertThat(fraud.as("vic")
                        .get("principals?type=service-account")
                        .expect(200)
                        .json()
                        .path("items")
                        .toString())
                .contains("service-account:feature-store");
        assertThat(fraud.as("vic").get("principals?type=robot").expect(422).code())
                .isEqualTo("malformed-value");
    }
}
