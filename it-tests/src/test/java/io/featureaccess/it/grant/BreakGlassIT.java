package io.featureaccess.it.grant;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin gives that would open secret nodes, or that gives access to themself. */
@KeycloakTest
class BreakGlassIT {

    private Fraud fraud;

    @BeforeEach
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @ParameterizedTest
    @CsvSource({"fraud,owner", "fraud/payments,owner", "fraud/payments,editor", "*,owner"})
    void owners_of_what_may_be_secret_are_made_with_a_reason_only(String node, String role) {
        assertThat(fraud.as("ada")
                        .put(grants(node), wanted("user:bob", role))
                        .expect(409)
                        .code())
                .isEqualTo("break-glass-required");

        fraud.breakingGlass("ada").put(grants(node), wanted("user:bob", role)).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"fraud,editor", "fraud/payments,consumer", "*,editor"})
    void other_roles_need_none(String node, String role) {
        fraud.as("ada").put(grants(node), wanted("user:bob", role)).expect(200);
    }

    @Test
    void the_owner_of_a_secret_node_reads_who_opened_it_to_whom_and_why() {
        fraud.breakingGlass("ada")
                .put(grants("fraud"), wanted("user:bob", "owner"))
                .expect(200);
        JsonNode rows = fraud.as("olga")
                .get("audit?node=fraud/vault&change=break-glass")
                .expect(200)
                .json()
                .path("items");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("actor").asText()).isEqualTo("ada");
        assertThat(rows.get(0).path("reason").asText()).isEqualTo("incident 7");
        assertThat(rows.get(0).path("after").path("madeOwner").get(0).asText()).isEqualTo("user:bob");
    }

    @Test
    void an_admin_cannot_change_what_is_secret_with_or_without_a_reason() {
        assertThat(fraud.as("ada")
                        .put(grants("fraud/vault"), wanted("user:bob", "viewer"))
                        .expect(404)
                        .code())
                .isEqualTo("no-such-node");
        assertThat(fraud.breakingGlass("ada")
                        .put(grants("fraud/vault"), wanted("user:bob", "viewer"))
                        .expect(404)
                        .code())
                .isEqualTo("no-such-node");
    }

    @Test
    void an_admin_lists_the_grants_of_a_secret_node_with_a_reason_and_on_record() {
        fraud.as("ada").get(grants("fraud/vault")).expect(404);
        JsonNode items = fraud.breakingGlass("ada")
                .get(grants("fraud/vault"))
                .expect(200)
                .json()
                .path("items");

        assertThat(items.findValuesAsText("principal")).containsExactly("user:olga");
        assertThat(fraud.as("olga")
                        .get("audit?node=fraud/vault&change=break-glass")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void the_header_of_somebody_who_is_no_admin_opens_nothing() {
        fraud.breakingGlass("vic").get(grants("fraud/vault")).expect(404);
        assertThat(fraud.as("olga")
                        .get("audit?node=fraud/vault&change=break-glass")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void an_admin_who_gives_access_to_themself_says_why_and_it_is_on_record() {
        fraud.realm().directory().group("/ops/night");
        fraud.realm().directory().join("ada", "/ops/night");

        assertThat(fraud.as("ada")
                        .put(grants("fraud"), wanted("user:ada", "viewer"))
                        .expect(422)
                        .code())
                .isEqualTo("reason-required");
        assertThat(fraud.as("ada")
                        .put(grants("fraud"), wanted("group:/ops", "viewer"))
                        .expect(422)
                        .code())
                .isEqualTo("reason-required");
        fraud.as("ada")
                .put(grants("fraud"), wanted("user:ada", "viewer", "reason", "incident 7"))
                .expect(200);

        JsonNode row = fraud.as("olga")
                .get("audit?node=fraud&change=grant-added&actor=user:ada")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(row.path("after").path("toSelf").asBoolean()).isTrue();
        assertThat(row.path("reason").asText()).isEqualTo("incident 7");
    }
}
