package io.featureaccess.it.audit;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every change is on record, and read by those who may. */
@KeycloakTest
@Tag("postgres")
class AuditIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    private JsonNode rows(FeatureAccessApi caller, String query) {
        return caller.get("audit" + query).expect(200).json().path("items");
    }

    @Test
    void a_row_tells_who_changed_what_from_what_to_what_and_why() {
        fraud.as("olga")
                .put(grants("fraud"), wanted("user:bob", "viewer", "reason", "joins the team"))
                .expect(200);
        JsonNode row = rows(fraud.as("olga"), "?node=fraud&principal=user:bob").get(0);

        assertThat(row.path("actor").asText()).isEqualTo("olga");
        assertThat(row.path("actorId").asText())
                .isEqualTo(fraud.realm().directory().userId("olga"));
        assertThat(row.path("change").asText()).isEqualTo("grant-added");
        assertThat(row.path("node").asText()).isEqualTo("fraud");
        assertThat(row.path("principal").asText()).isEqualTo("user:bob");
        assertThat(row.has("before")).isFalse();
        assertThat(row.path("after").path("role").asText()).isEqualTo("viewer");
        assertThat(row.path("reason").asText()).isEqualTo("joins the team");
        assertThat(row.path("address").asText()).isNotBlank();
        assertThat(Instant.parse(row.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void what_failed_leaves_no_row() {
        fraud.as("olga")
                .put(grants("fraud"), List.of(wanted("user:bob", "viewer"), wanted("user:nobody", "viewer")))
                .expect(422);
        fraud.as("olga").delete(grants("fraud") + "?principal=user:olga").expect(409);

        assertThat(rows(fraud.as("olga"), "?node=fraud&principal=user:bob")).isEmpty();
        assertThat(rows(fraud.as("olga"), "?node=fraud&change=grant-removed")).isEmpty();
    }

    @Test
    void pages_follow_each_other_newest_first_and_the_export_is_all_of_them() {
        for (String role : List.of("viewer", "operator", "consumer", "editor", "data-reader")) {
            fraud.as("olga").grant("fraud", "user:bob", role).expect(200);
        }
        FeatureAccessApi olga = fraud.as("olga");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    olga.get("audit?node=fraud&max=4" + cursor).expect(200).json();
            paged.addAll(page.path("items").findValuesAsText("id"));
            cursor = page.has("cursor")
                    ? "&cursor=" + Http.encode(page.path("cursor").asText())
                    : null;
        } while (cursor != null);
        Answer export = olga.get("audit/export?node=fraud").expect(200);

        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(export.body().lines().map(Json::parse).map(row -> row.path("id")
                        .asText()))
                .containsExactlyElementsOf(paged)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
        assertThat(rows(olga, "?node=fraud&max=500").findValuesAsText("at"))
                .isSortedAccordingTo((a, b) -> Instant.parse(b).compareTo(Instant.parse(a)));
    }

    @Test
    void an_owner_reads_of_their_node_and_below_and_others_not() {
        fraud.as("olga").grant("fraud/payments", "user:bob", "owner").expect(200);

        assertThat(rows(fraud.as("bob"), "?node=fraud/payments").findValuesAsText("node"))
                .isNotEmpty()
                .allMatch(node -> node.startsWith("fraud/payments"));
        assertThat(fraud.as("vic").get("audit?node=fraud").expect(403).code()).isEqualTo("forbidden");
        assertThat(fraud.as("vic").get("audit").expect(403).code()).isEqualTo("forbidden");
        assertThat(fraud.as("bob").get("audit?node=fraud").expect(404).code()).isEqualTo("no-such-node");
        assertThat(fraud.as("bob").get("audit/export").expect(403).code()).isEqualTo("forbidden");
    }

    @Test
    void an_admin_reads_all_but_secrets_and_those_on_record() {
        assertThat(rows(fraud.as("ada"), "?max=500").findValuesAsText("node"))
                .contains("fraud", "fraud/payments")
                .noneMatch(node -> node.startsWith("fraud/vault"));
        assertThat(rows(fraud.breakingGlass("ada"), "?max=500").findValuesAsText("node"))
                .contains("fraud/vault", "fraud/vault/keys");
        assertThat(rows(fraud.as("olga"), "?node=fraud&change=break-glass").findValuesAsText("node"))
                .containsExactlyInAnyOrder("fraud/vault", "fraud/vault/keys");
    }

    @Test
    void rows_of_a_deleted_secret_node_stay_hidden_from_admins() {
        fraud.as("olga")
                .delete("workspaces/fraud/projects/vault?recursive=true")
                .expect(204);

        assertThat(rows(fraud.as("ada"), "?max=500").findValuesAsText("node"))
                .noneMatch(node -> node.startsWith("fraud/vault"));
        assertThat(rows(fraud.as("olga"), "?node=fraud&max=500").findValuesAsText("node"))
                .contains("fraud/vault");
    }

    @Test
    void rows_about_somebody_gone_are_found_by_their_id() {
        String vic = fraud.realm().directory().userId("vic");
        fraud.realm().directory().removeUser("vic");

        assertThat(rows(fraud.as("ada"), "?principal=id:" + vic).findValuesAsText("principal"))
                .isNotEmpty()
                .containsOnly("user:vic");
    }

    @Test
    void rows_can_be_had_by_time() {
        Instant middle = Instant.now();
        fraud.as("olga").grant("fraud", "user:bob", "viewer").expect(200);

        assertThat(rows(fraud.as("olga"), "?node=fraud&since=" + middle)).hasSize(1);
        assertThat(rows(fraud.as("olga"), "?node=fraud&until=" + middle + "&principal=user:bob"))
                .isEmpty();
    }

    @Test
    void a_long_record_costs_a_page_as_many_statements_as_a_short_one(Keycloak server) {
        FeatureAccessApi olga = fraud.realm().api(fraud.realm().token("olga"));
        Runnable page = () -> olga.get("audit?node=fraud&max=10").expect(200);
        page.run();
        int few = server.sql().fewest(page);
        List<Map<String, Object>> many = new ArrayList<>();
        fraud.crowd(250).forEach(name -> many.add(wanted("user:" + name, "viewer")));
        fraud.as("olga").put(grants("fraud"), many).expect(200);

        assertThat(server.sql().fewest(page)).isEqualTo(few);
    }
}
