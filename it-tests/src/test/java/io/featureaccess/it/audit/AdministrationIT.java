package io.featureaccess.it.audit;

import static io.featureaccess.it.scene.Fraud.permits;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What admins do for the platform as a whole. */
@KeycloakTest
@Tag("postgres")
class AdministrationIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @Test
    void an_admin_is_made_and_unmade_and_it_counts_at_once() {
        fraud.as("ada")
                .put("users/user:bob/account-type", Map.of("accountType", "admin", "reason", "on call"))
                .expect(200);
        assertThat(permits(fraud.as("bob"), "manage-access", "fraud")).isTrue();

        fraud.as("bob")
                .put("users/user:bob/account-type", Map.of("accountType", "principal"))
                .expect(200);
        assertThat(permits(fraud.as("bob"), "manage-access", "fraud")).isFalse();

        JsonNode rows = fraud.as("ada")
                .get("audit?change=account-type-changed&principal=user:bob")
                .expect(200)
                .json()
                .path("items");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).path("after").path("accountType").asText()).isEqualTo("admin");
        assertThat(rows.get(1).path("reason").asText()).isEqualTo("on call");
    }

    @Test
    void the_last_admin_stays_one() {
        assertThat(fraud.as("ada")
                        .put("users/user:ada/account-type", Map.of("accountType", "principal"))
                        .expect(409)
                        .code())
                .isEqualTo("last-admin");
        fraud.as("ada").get("settings").expect(200);
    }

    @Test
    void everybody_else_is_forbidden_and_groups_are_no_accounts() {
        fraud.realm().directory().group("/teams");

        assertThat(fraud.as("vic")
                        .put("users/user:vic/account-type", Map.of("accountType", "admin"))
                        .expect(403)
                        .code())
                .isEqualTo("forbidden");
        assertThat(fraud.as("ada")
                        .put("users/group:%2Fteams/account-type", Map.of("accountType", "admin"))
                        .expect(404)
                        .code())
                .isEqualTo("not-found");
        assertThat(fraud.as("ada")
                        .put("users/user:vic/account-type", Map.of("accountType", "king"))
                        .expect(422)
                        .code())
                .isEqualTo("malformed-value");
    }

    @Test
    void settings_are_read_and_changed_by_admins() {
        assertThat(fraud.as("ada").get("settings").expect(200).body())
                .isEqualTo("{\"client\":\"feature-store\",\"adminRole\":\"admin\",\"maxPermissions\":200,"
                        + "\"rptLifespan\":120,\"auditRetentionDays\":0,\"auditDenials\":\"off\","
                        + "\"requestExpiryDays\":30}");
        assertThat(fraud.as("ada")
                        .patch("settings", Map.of("maxPermissions", 300))
                        .expect(200)
                        .json()
                        .path("maxPermissions")
                        .asInt())
                .isEqualTo(300);
        assertThat(fraud.as("ada")
                        .get("settings")
                        .expect(200)
                        .json()
                        .path("maxPermissions")
                        .asInt())
                .isEqualTo(300);
        fraud.as("vic").get("settings").expect(403);
        fraud.as("vic").patch("settings", Map.of("maxPermissions", 1)).expect(403);
    }

    @Test
    void a_workspace_whose_owner_is_gone_is_an_orphan_with_all_below_it() {
        assertThat(orphans("")).isEmpty();
        fraud.realm().directory().removeUser("olga");

        assertThat(orphans("")).containsExactly("fraud", "fraud/payments", "fraud/payments/transactions");
        assertThat(fraud.breakingGlass("ada")
                        .get("orphans")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("path"))
                .contains("fraud/vault", "fraud/vault/keys");
        assertThat(fraud.as("vic").get("orphans").expect(403).code()).isEqualTo("forbidden");
    }

    private List<String> orphans(String query) {
        return fraud.as("ada")
                .get("orphans" + query)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("path");
    }
}
