package io.featureaccess.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateNodeTest {

    private final NodeUseCases cases = new NodeUseCases();

    @Test
    void anyone_creates_a_dev_workspace_and_owns_it() {
        NodeView made = cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV);

        assertThat(made.access().countingRoles()).containsExactly(Role.OWNER);
        assertThat(made.access().actions()).contains(Action.DELETE, Action.MANAGE_ACCESS);
        assertThat(made.creator()).map(Principal::reference).contains("user:alice");
        assertThat(made.node().displayName()).isEqualTo("fraud");
    }

    @Test
    void only_an_admin_creates_a_live_workspace() {
        cases.realm.admin("root");

        Problems.refused(
                ProblemCode.FORBIDDEN,
                () -> cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.LIVE));
        NodeView made = cases.createWorkspace(cases.realm.caller("root"), "fraud", WorkspaceKind.LIVE);

        assertThat(made.access().countingRoles()).containsExactly(Role.OWNER);
    }

    @Test
    void disabled_account_creates_nothing() {
        cases.realm.directory().disable(cases.realm.user("alice"));

        Problems.refused(
                ProblemCode.FORBIDDEN,
                () -> cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV));
    }

    @ParameterizedTest
    @CsvSource({
        "owner, true",
        "editor, true",
        "operator, false",
        "sensitive-consumer, false",
        "consumer, false",
        "viewer, false"
    })
    void project_is_created_by_an_editor_of_its_workspace(String role, boolean may) {
        cases.realm.node("fraud");
        cases.realm.grant(cases.realm.user("alice"), Role.parse(role), "fraud");

        if (may) {
            assertThat(cases.create(cases.realm.caller("alice"), "fraud/payments")
                            .access()
                            .strongest())
                    .contains(Role.OWNER);
        } else {
            Problems.refused(ProblemCode.FORBIDDEN, () -> cases.create(cases.realm.caller("alice"), "fraud/payments"));
        }
    }

    @ParameterizedTest
    @CsvSource({"owner, true", "editor, true", "consumer, false", "viewer, false"})
    void feature_set_is_created_by_an_editor_of_its_project(String role, boolean may) {
        cases.realm.node("fraud");
        cases.realm.node("fraud/payments");
        cases.realm.grant(cases.realm.user("alice"), Role.parse(role), "fraud/payments");

        if (may) {
            assertThat(cases.create(cases.realm.caller("alice"), "fraud/payments/cards")
                            .access()
                            .strongest())
                    .contains(Role.OWNER);
        } else {
            Problems.refused(
                    ProblemCode.FORBIDDEN, () -> cases.create(cases.realm.caller("alice"), "fraud/payments/cards"));
        }
    }

    @Test
    void below_what_cannot_be_seen_there_is_no_parent() {
        cases.realm.node("fraud");
        cases.realm.secret("fraud/hidden");
        cases.realm.grant(cases.realm.user("bob"), Role.EDITOR, "fraud");

        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.create(cases.realm.caller("alice"), "fraud/payments"),
                () -> cases.create(cases.realm.caller("alice"), "nowhere/payments"));
        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.create(cases.realm.caller("bob"), "fraud/hidden/cards"),
                () -> cases.create(cases.realm.caller("bob"), "fraud/absent/cards"));
    }

    @Test
    void broken_glass_does_not_help_to_change_anything() {
        cases.realm.admin("root");
        cases.realm.node("fraud");
        cases.realm.secret("fraud/hidden");

        Problems.refused(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.create(cases.realm.breakingGlass("root", "incident"), "fraud/hidden/cards"));
    }

    @Test
    void admin_powers_create_nothing_below_a_workspace() {
        cases.realm.admin("root");
        cases.realm.node("fraud");

        Problems.refused(ProblemCode.FORBIDDEN, () -> cases.create(cases.realm.caller("root"), "fraud/payments"));
    }

    @Test
    void name_is_taken_in_the_same_words_by_a_seen_a_hidden_and_a_deleted_node() {
        cases.realm.node("fraud");
        cases.realm.grant(cases.realm.user("alice"), Role.EDITOR, "fraud");
        cases.realm.node("fraud/payments");
        cases.realm.secret("fraud/payments2");
        NodeView gone = cases.create(cases.realm.caller("alice"), "fraud/payments3");
        cases.delete(cases.realm.caller("alice"), gone.node().path().toString(), false);

        List<String> details = List.of("fraud/payments", "fraud/payments2", "fraud/payments3").stream()
                .map(path -> Problems.refused(
                                ProblemCode.NAME_TAKEN, () -> cases.create(cases.realm.caller("alice"), path))
                        .detail()
                        .replaceAll("payments[23]", "payments"))
                .distinct()
                .toList();

        assertThat(details).hasSize(1);
    }

    @Test
    void node_comes_with_its_resource_its_first_owner_and_its_record() {
        cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV);
        cases.create(cases.realm.caller("alice"), "fraud/payments", new NodeTraits.Project(true, false));

        assertThat(cases.realm.resources().names()).containsExactlyInAnyOrder("fraud", "fraud/payments");
        assertThat(cases.realm.grants().all()).hasSize(2).allMatch(grant -> grant.role() == Role.OWNER);
        assertThat(cases.realm.auditLog().rows(AuditChange.NODE_CREATED)).hasSize(2);
        assertThat(cases.realm.auditLog().rows(AuditChange.GRANT_ADDED))
                .allMatch(row -> row.principal().orElseThrow().reference().equals("user:alice"));
        assertThat(cases.realm.auditLog().rows())
                .filteredOn(row -> row.node().orElseThrow().path().toString().equals("fraud/payments"))
                .allMatch(row -> row.node().orElseThrow().secret());
    }

    @Test
    void refusal_leaves_nothing_behind() {
        cases.realm.node("fraud");
        cases.realm.grant(cases.realm.user("alice"), Role.VIEWER, "fraud");

        Problems.refused(ProblemCode.FORBIDDEN, () -> cases.create(cases.realm.caller("alice"), "fraud/payments"));

        assertThat(cases.realm.resources().names()).isEmpty();
        assertThat(cases.realm.auditLog().rows()).isEmpty();
    }
}
