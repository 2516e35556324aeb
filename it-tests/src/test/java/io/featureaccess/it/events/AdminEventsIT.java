package io.featureaccess.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@KeycloakTest
class AdminEventsIT {

    private TestRealm realm;

    @BeforeEach
    void recording(TestRealm given) {
        realm = given;
        realm.directory().user("alice");
        realm.directory().user("bob");
        realm.admin()
                .put("events/config", Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true))
                .expect(204);
    }

    /** Newest first. Keycloak filters by its own types only. */
    private List<JsonNode> events(String type) {
        List<JsonNode> events = new ArrayList<>();
        realm.admin().get("admin-events").expect(200).json().forEach(event -> {
            if (event.path("resourceType").asText().equals(type)) {
                events.add(event);
            }
        });
        return events;
    }

    @Test
    void change_of_a_node_is_an_admin_event_of_the_person_who_made_it() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);

        JsonNode event = events("FEATURE_ACCESS_NODE").get(0);

        assertThat(event.path("operationType").asText()).isEqualTo("CREATE");
        assertThat(event.path("details").path("node").asText()).isEqualTo("fraud");
        assertThat(event.path("authDetails").path("userId").asText())
                .isEqualTo(realm.directory().userId("alice"));
    }

    @Test
    void grant_is_an_admin_event_that_says_to_whom() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);

        realm.as("alice").grant("fraud", "user:bob", "viewer").expect(200);

        assertThat(events("FEATURE_ACCESS_GRANT"))
                .extracting(event -> event.path("details").path("principal").asText())
                .contains("user:bob");
    }

    @Test
    void change_of_a_secret_node_is_told_by_its_id_alone() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice").create("fraud/hidden", Map.of("secret", true)).expect(201);

        realm.as("alice").grant("fraud/hidden", "user:bob", "owner").expect(200);

        assertThat(events("FEATURE_ACCESS_NODE")).hasSize(2).noneMatch(event -> event.toString()
                .contains("hidden"));
        assertThat(events("FEATURE_ACCESS_GRANT")).isNotEmpty().noneMatch(event -> event.toString()
                .contains("hidden"));
    }

    @Test
    void refused_change_is_no_event() {
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        int before = events("FEATURE_ACCESS_NODE").size();

        realm.as("bob").create("fraud/payments").expect(404);

        assertThat(events("FEATURE_ACCESS_NODE")).hasSize(before);
    }
}
