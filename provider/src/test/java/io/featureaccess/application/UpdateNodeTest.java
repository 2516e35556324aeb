package io.featureaccess.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateNodeTest {

    private static final NodeChange RENAMED = changed(Optional.of("Fraud"), Optional.empty(), Optional.empty());
    private static final NodeChange MADE_SECRET = changed(Optional.empty(), Optional.of(true), Optional.empty());
    private static final NodeChange LOCKED = changed(Optional.empty(), Optional.empty(), Optional.of(true));

    private final NodeUseCases cases = new NodeUseCases();

    @BeforeEach
    void nodes() {
        cases.realm.node("fraud");
        cases.realm.node("fraud/payments");
        cases.realm.secret("fraud/hidden");
        cases.realm.node("fraud/payments/cards");
    }

    @ParameterizedTest
    @CsvSource({"owner, true, true", "editor, true, false", "consumer, false, false", "viewer, false, false"})
    void descriptions_need_update_and_visibility_needs_manage_access(String role, boolean describes, boolean governs) {
        cases.realm.grant(cases.realm.user("alice"), Role.parse(role), "fraud");

        expect(describes, RENAMED);
        expect(governs, LOCKED);
        expect(governs && describes, changed(Optional.of("Both"), Optional.empty(), Optional.of(false)));
    }

    @Test
    void editor_of_a_project_is_owner_of_its_feature_sets_and_hides_them() {
        cases.realm.grant(cases.realm.user("alice"), Role.EDITOR, "fraud/payments");

        NodeView hidden = cases.update(cases.realm.caller("alice"), "fraud/payments/cards", MADE_SECRET);

        assertThat(hidden.node().traits().secret()).isTrue();
        assertThat(hidden.access().countingRoles()).containsExactly(Role.OWNER);
    }

    @Test
    void admin_changes_who_sees_a_node_but_not_what_it_says() {
        cases.realm.admin("root");

        Problems.refused(
                ProblemCode.FORBIDDEN, () -> cases.update(cases.realm.caller("root"), "fraud/payments", RENAMED));
        assertThat(cases.update(cases.realm.caller("root"), "fraud/payments", LOCKED)
                        .node()
                        .traits()
                        .locked())
                .isTrue();
    }

    @Test
    void admin_who_hides_a_node_is_told_so_and_sees_it_no_more() {
        cases.realm.admin("root");

        NodeView hidden = cases.update(cases.realm.caller("root"), "fraud/payments", MADE_SECRET);

        assertThat(hidden.node().traits().secret()).isTrue();
        assertThat(hidden.access().actions()).isEmpty();
        Problems.refused(ProblemCode.NO_SUCH_NODE, () -> cases.get(cases.realm.caller("root"), "fraud/payments"));
    }

    @Test
    void broken_glass_changes_nothing() {
        cases.realm.admin("root");

        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.update(cases.realm.breakingGlass("root", "incident"), "fraud/hidden", LOCKED),
                () -> cases.update(cases.realm.breakingGlass("root", "incident"), "fraud/absent", LOCKED));
    }

    @Test
    void change_is_recorded_from_what_to_what() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud/payments");

        cases.update(cases.realm.caller("alice"), "fraud/payments", MADE_SECRET);

        assertThat(cases.realm.auditLog().rows()).singleElement().satisfies(row -> {
            assertThat(row.before().orElseThrow()).contains("\"secret\":false");
            assertThat(row.after().orElseThrow()).contains("\"secret\":true");
            assertThat(row.node()).map(AuditRow.Subject::secret).contains(true);
            assertThat(row.actor()).isEqualTo("alice");
        });
    }

    @Test
    void record_of_a_node_that_was_secret_until_now_stays_with_its_owners() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud/hidden");

        cases.update(
                cases.realm.caller("alice"),
                "fraud/hidden",
                changed(Optional.empty(), Optional.of(false), Optional.empty()));

        assertThat(cases.realm.auditLog().rows())
                .singleElement()
                .matches(row -> row.node().orElseThrow().secret());
    }

    @Test
    void change_that_changes_nothing_is_not_recorded() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");

        cases.update(
                cases.realm.caller("alice"),
                "fraud/payments",
                changed(Optional.empty(), Optional.of(false), Optional.empty()));
        cases.update(cases.realm.caller("alice"), "fraud/payments", NodeChange.NONE);

        assertThat(cases.realm.auditLog().rows()).isEmpty();
    }

    @Test
    void what_a_kind_does_not_have_is_refused_by_name() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");

        assertThat(Problems.refused(
                                ProblemCode.UNKNOWN_FIELD,
                                () -> cases.update(cases.realm.caller("alice"), "fraud", MADE_SECRET))
                        .allowed())
                .containsExactly("displayName", "description", "locked", "settings");
    }

    @Test
    void settings_of_a_workspace_reach_down_at_once() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");
        cases.realm.grant(cases.realm.user("bob"), Role.VIEWER, "fraud");

        cases.update(
                cases.realm.caller("alice"),
                "fraud",
                new NodeChange(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true)));

        assertThat(cases.get(cases.realm.caller("bob"), "fraud/payments/cards")
                        .access()
                        .actions())
                .contains(Action.READ_OFFLINE);
    }

    @Test
    void sensitive_features_are_replaced_as_a_whole() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");

        NodeView changed = cases.update(
                cases.realm.caller("alice"),
                "fraud/payments/cards",
                new NodeChange(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of("pan", "cvc")),
                        Optional.empty()));

        assertThat(changed.node().traits()).isEqualTo(new NodeTraits.FeatureSet(false, List.of("pan", "cvc")));
    }

    private void expect(boolean allowed, NodeChange change) {
        if (allowed) {
            cases.update(cases.realm.caller("alice"), "fraud/payments", change);
        } else {
            Problems.refused(
                    ProblemCode.FORBIDDEN, () -> cases.update(cases.realm.caller("alice"), "fraud/payments", change));
        }
    }

    private static NodeChange changed(
            Optional<String> displayName, Optional<Boolean> secret, Optional<Boolean> locked) {
        return new NodeChange(displayName, Optional.empty(), secret, locked, Optional.empty(), Optional.empty());
    }
}
