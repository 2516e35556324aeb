package io.featureaccess.it.audit;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.taking;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The record, sealed in the background: what was done to it behind its back is found; what it names may be gone. */
@KeycloakTest
@Tag("postgres")
class SealsIT {

    private Fraud fraud;
    private Keycloak server;

    @BeforeEach
    void store(Keycloak keycloak, TestRealm realm) {
        server = keycloak;
        fraud = new Fraud(realm);
    }

    private JsonNode verification() {
        return fraud.as("ada").get("audit/verification").expect(200).json();
    }

    private void awaitSeals() {
        Await.until("all rows are sealed", () -> verification().path("unsealed").asLong() == 0);
    }

    private List<JsonNode> rows(String query) {
        JsonNode items =
                fraud.as("ada").get("audit?max=500&" + query).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Test
    void what_is_written_is_sealed_and_the_seal_is_in_the_servers_log() throws IOException {
        awaitSeals();

        JsonNode found = verification();
        assertThat(found.path("intact").asBoolean()).isTrue();
        assertThat(found.path("rows").asLong()).isGreaterThan(5);
        assertThat(found.has("mismatch")).isFalse();
        assertThat(Files.readString(server.log()))
                .contains("Audit seal " + found.path("seals").asLong())
                .contains(found.path("lastSeal").asText());
    }

    @Test
    void a_row_changed_in_the_database_is_named() {
        awaitSeals();
        String row = rows("change=node-created").get(0).path("id").asText();
        server.database().update("UPDATE FA_AUDIT SET ACTOR = 'mallory' WHERE ID = ?", row);

        JsonNode mismatch = verification().path("mismatch");

        assertThat(verification().path("intact").asBoolean()).isFalse();
        assertThat(mismatch.path("kind").asText()).isEqualTo("row-changed");
        assertThat(mismatch.path("row").asText()).isEqualTo(row);
        assertThat(mismatch.path("seal").asLong()).isPositive();
    }

    @Test
    void only_admins_verify() {
        fraud.as("olga").get("audit/verification").expect(403);
        assertThat(fraud.as("ada").get("audit/verification?from=1").expect(422).code())
                .isEqualTo("unknown-field");
    }

    @Test
    void retention_removes_what_is_too_old_on_record_and_the_rest_fits() {
        awaitSeals();
        long before = verification().path("rows").asLong();
        fraud.as("ada").patch("settings", Map.of("auditRetentionDays", 30)).expect(200);
        awaitSeals();
        server.database()
                .update(
                        "UPDATE FA_AUDIT_SEAL SET NEWEST_AT = 0 WHERE SEAL_NO = 1"
                                + " AND REALM_ID = (SELECT ID FROM REALM WHERE NAME = ?)",
                        fraud.realm().name());

        Await.until(
                "the first seal is gone", () -> verification().path("removed").asLong() == 1);
        JsonNode trimmed = rows("change=record-trimmed").get(0);

        assertThat(verification().path("intact").asBoolean()).isTrue();
        assertThat(trimmed.path("actor").asText()).isEqualTo("system");
        assertThat(trimmed.path("before").path("lastSeal").asLong()).isOne();
        assertThat(trimmed.path("before").path("rows").asLong()).isPositive().isLessThanOrEqualTo(before);
    }

    @Test
    void the_record_stays_readable_when_all_that_it_names_is_gone() {
        fraud.realm().directory().group("/analysts");
        fraud.realm().directory().serviceAccount("loader", "loader-secret");
        FeatureAccessApi olga = fraud.as("olga");
        List.of("user:bob", "group:/analysts", "service-account:loader")
                .forEach(who -> olga.put(grants("fraud/payments"), wanted(who, "consumer", "reason", "as they were"))
                        .expect(200));
        olga.delete(taking("fraud/payments", "user:bob")).expect(204);
        olga.delete("workspaces/fraud/projects/payments?recursive=true").expect(204);
        fraud.realm().directory().removeUser("bob");
        fraud.realm()
                .admin()
                .delete("groups/" + fraud.realm().directory().groupId("/analysts"))
                .expect(204);
        fraud.realm()
                .admin()
                .delete("clients/" + fraud.realm().directory().clientId("loader"))
                .expect(204);
        String vicsId = fraud.realm().directory().userId("vic");
        fraud.realm().directory().removeUser("vic");
        fraud.realm().directory().removeUser("olga");

        List<JsonNode> rows = rows("node=fraud/payments");

        assertThat(rows)
                .extracting(row -> row.path("principal").asText())
                .contains("user:bob", "group:/analysts", "service-account:loader");
        assertThat(rows).extracting(row -> row.path("actor").asText()).containsOnly("olga");
        assertThat(rows)
                .extracting(row -> row.path("node").asText())
                .contains("fraud/payments", "fraud/payments/transactions");
        assertThat(rows).extracting(row -> row.path("reason").asText()).contains("as they were");
        assertThat(rows("principal=id:" + vicsId))
                .extracting(row -> row.path("principal").asText())
                .contains("user:vic");
        awaitSeals();
        assertThat(verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void the_end_of_a_grant_goes_on_record_by_itself_and_denials_still_name_it() {
        Instant end = Instant.now().plusMillis(1500);
        fraud.as("olga")
                .put(grants("fraud/payments"), wanted("user:vic", "consumer", "expiresAt", end))
                .expect(200);

        Await.until("the end is on record", () -> !rows("change=grant-expired").isEmpty());
        JsonNode row = rows("change=grant-expired").get(0);

        assertThat(row.path("actor").asText()).isEqualTo("system");
        assertThat(row.path("principal").asText()).isEqualTo("user:vic");
        assertThat(row.path("node").asText()).isEqualTo("fraud/payments");
        assertThat(Instant.parse(row.path("at").asText())).isAfterOrEqualTo(end);
        JsonNode denial = Fraud.decision(fraud.as("vic"), Map.of("action", "read-online", "node", "fraud/payments"));
        assertThat(denial.path("permit").asBoolean()).isFalse();
        assertThat(denial.path("reasons").get(0).path("code").asText()).isEqualTo("expired");
    }

    @Test
    void denials_go_on_record_where_the_realm_wants_it_and_name_nothing_hidden() {
        denials("before");
        fraud.as("ada").patch("settings", Map.of("auditDenials", "all")).expect(200);
        denials("after");

        Await.until(
                "denials are on record", () -> rows("change=decision-denied").size() >= 4);
        List<JsonNode> rows = rows("change=decision-denied");

        assertThat(rows).hasSize(4);
        assertThat(rows).extracting(row -> row.path("actor").asText()).containsOnly("vic");
        assertThat(rows)
                .extracting(row -> row.path("node").asText())
                .containsExactlyInAnyOrder("fraud/payments", "fraud/payments", "", "");
        assertThat(rows)
                .extracting(row -> row.path("after").path("action").asText())
                .containsExactlyInAnyOrder("read-online", "read-online", "view", "view");
        assertThat(rows).allMatch(row -> !row.path("address").asText().isEmpty());
    }

    /** Vic may not read, and knows nothing of the vault nor of what is not there; by UMA and by HTTP. */
    private void denials(String when) {
        fraud.realm().uma("vic").permission("fraud/payments#read-online").send().expect(403);
        fraud.realm().uma("vic").permission("fraud/vault#view").send().expect(403);
        List<Map<String, String>> checks = List.of(
                Map.of("action", "read-online", "node", "fraud/payments"),
                Map.of("action", "view", "node", "fraud/nothing-" + when));
        fraud.as("vic").post("decisions", Map.of("checks", checks)).expect(200);
    }
}
