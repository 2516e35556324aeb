package io.featureaccess.it.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.decisions.Check;
import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.NodeAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Three doors, one answer: every decision file, asked at UMA, at {@code decisions} and at the lists. */
@KeycloakTest
@Tag("postgres")
@ParameterizedClass(name = "{0}")
@MethodSource("files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionFilesIT {

    /** Enough to tell all roles apart. */
    private static final List<String> TELLING_ACTIONS =
            List.of("view", "read-online", "read-offline", "read-sensitive", "manage-jobs", "update", "delete");

    @Parameter
    private String name;

    private DecisionRealm realm;

    static Stream<String> files() {
        return DecisionFile.NAMES.stream();
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void seed(Keycloak server) {
        realm = DecisionRealm.of(server, name);
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void remove() {
        if (realm != null) {
            realm.close();
            realm = null;
        }
    }

    @Test
    void everyone_is_answered_about_themself() {
        List<String> disagreements = new ArrayList<>();
        realm.ownChecks().forEach((principal, checks) -> {
            if (realm.askers().contains(principal)) {
                disagreements.addAll(new HttpDecisions(realm.api(principal), false).disagreements(checks));
            }
        });

        assertThat(disagreements).isEmpty();
    }

    @Test
    void the_resource_server_is_answered_about_everyone() {
        List<Check> checks =
                realm.ownChecks().values().stream().flatMap(List::stream).toList();
        FeatureAccessApi resourceServer = realm.realm().api(realm.realm().resourceServerToken());

        assertThat(new HttpDecisions(resourceServer, true).disagreements(checks))
                .isEmpty();
    }

    @Test
    void others_are_answered_as_far_as_they_see() {
        List<String> disagreements = new ArrayList<>();
        for (Check check : realm.file().checks()) {
            check.askedBy()
                    .map(realm::api)
                    .map(api -> new HttpDecisions(api, true).disagreements(List.of(check)))
                    .ifPresent(disagreements::addAll);
        }

        assertThat(disagreements).isEmpty();
    }

    @Test
    void uma_permits_exactly_the_same_as_a_list_and_as_a_token() {
        Map<String, List<Check>> own = realm.ownChecks();
        for (String principal : realm.askers()) {
            Map<String, List<Check>> byNode = DecisionRealm.byNode(own.getOrDefault(principal, List.of()));
            if (byNode.isEmpty()) {
                continue;
            }
            UmaDecisions uma = new UmaDecisions(realm, principal);

            assertThat(uma.permissions(byNode)).as(principal).isEqualTo(permitted(byNode));
            assertThat(uma.rpt(byNode)).as(principal).isEqualTo(permitted(byNode));
        }
    }

    @Test
    void uma_asked_node_by_node_permits_exactly_the_same() {
        realm.ownChecks().forEach((principal, checks) -> {
            if (realm.askers().contains(principal)) {
                DecisionRealm.byNode(checks).forEach((node, ofNode) -> {
                    Map<String, List<Check>> alone = Map.of(node, ofNode);
                    assertThat(new UmaDecisions(realm, principal).permissions(alone))
                            .as(principal + " on " + node)
                            .isEqualTo(permitted(alone));
                });
            }
        });
    }

    @Test
    void uma_says_yes_to_exactly_what_is_permitted() {
        realm.ownChecks().forEach((principal, checks) -> {
            if (realm.askers().contains(principal)) {
                UmaDecisions uma = new UmaDecisions(realm, principal);
                checks.forEach(
                        check -> assertThat(uma.permits(check)).as("%s", check).isEqualTo(check.permit()));
            }
        });
    }

    @Test
    void lists_show_what_the_file_says() {
        realm.file().sees().forEach((principal, nodes) -> assertThat(
                        new NodeListing(realm.api(principal)).seen(realm.file().nodes()))
                .as(principal)
                .containsExactlyInAnyOrderElementsOf(nodes));
    }

    @Test
    void lists_show_exactly_what_view_is_decided_on() {
        for (String principal : realm.askers()) {
            NodeListing listing = new NodeListing(realm.api(principal));
            TreeSet<String> decided = new TreeSet<>();
            decisions(principal, "view").forEach((node, decision) -> {
                if (decision.path("permit").asBoolean()) {
                    decided.add(node);
                }
            });

            assertThat(listing.seen(realm.file().nodes())).as(principal).isEqualTo(decided);
            assertThat(listing.gettable(realm.file().nodes())).as(principal).isEqualTo(decided);
        }
    }

    @Test
    void everything_I_may_access_is_exactly_what_roles_are_decided_to_permit() {
        for (String principal : realm.askers()) {
            NodeListing listing = new NodeListing(realm.api(principal));
            Map<String, TreeSet<String>> everything = new UmaDecisions(realm, principal).everything();
            for (String action : TELLING_ACTIONS) {
                TreeSet<String> decided = byRole(decisions(principal, action));

                assertThat(listing.accessible(action))
                        .as(principal + " " + action)
                        .isEqualTo(decided);
                assertThat(nodesWith(action, everything))
                        .as(principal + " " + action)
                        .isEqualTo(decided);
            }
            Optional.ofNullable(realm.file().holds().get(principal))
                    .ifPresent(nodes ->
                            assertThat(everything.keySet()).as(principal).containsExactlyInAnyOrderElementsOf(nodes));
        }
    }

    @Test
    void a_broken_glass_shows_what_the_file_says() {
        List<String> disagreements = new ArrayList<>();
        for (Check check : realm.file().checks()) {
            boolean askable = realm.askers().contains(check.principal());
            Optional<String> look = look(check);
            if (check.breakingGlass() && askable && look.isPresent()) {
                int status = realm.api(check.principal())
                        .with("Feature-Access-Break-Glass", "incident 4711")
                        .get(look.get())
                        .status();
                if (status != (check.permit() ? 200 : 404)) {
                    disagreements.add(check + ": " + status);
                }
            }
        }

        assertThat(disagreements).isEmpty();
    }

    private static Optional<String> look(Check check) {
        String node = NodeAddress.of(check.node()).self();
        return switch (check.action()) {
            case "view" -> Optional.of(node);
            case "view-access" -> Optional.of(node + "/grants");
            default -> Optional.empty();
        };
    }

    private Map<String, JsonNode> decisions(String principal, String action) {
        List<Check> checks = realm.file().nodes().stream()
                .map(node -> new Check(
                        principal,
                        action,
                        node,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .toList();
        List<JsonNode> answers = new HttpDecisions(realm.api(principal), false).ask(checks);
        Map<String, JsonNode> decisions = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            decisions.put(checks.get(i).node(), answers.get(i));
        }
        return decisions;
    }

    private static TreeSet<String> byRole(Map<String, JsonNode> decisions) {
        TreeSet<String> byRole = new TreeSet<>();
        decisions.forEach((node, decision) -> {
            if (decision.path("reasons").findValuesAsText("code").contains("role")) {
                byRole.add(node);
            }
        });
        return byRole;
    }

    private static TreeSet<String> nodesWith(String action, Map<String, TreeSet<String>> permissions) {
        TreeSet<String> nodes = new TreeSet<>();
        permissions.forEach((node, actions) -> {
            if (actions.contains(action)) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private static Map<String, TreeSet<String>> permitted(Map<String, List<Check>> byNode) {
        Map<String, TreeSet<String>> permitted = new TreeMap<>();
        byNode.forEach((node, checks) -> checks.stream().filter(Check::permit).forEach(check -> permitted
                .computeIfAbsent(node, any -> new TreeSet<>())
                .add(check.action())));
        return permitted;
    }
}
