package io.featureaccess.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteNodeTest {

    private final NodeUseCases cases = new NodeUseCases();

    @Test
    void node_goes_with_all_below_it_its_resources_and_its_grants() {
        cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV);
        cases.create(cases.realm.caller("alice"), "fraud/payments");
        cases.create(cases.realm.caller("alice"), "fraud/payments/cards");

        cases.delete(cases.realm.caller("alice"), "fraud/payments", true);

        assertThat(cases.realm.resources().names()).containsExactly("fraud");
        assertThat(cases.realm.grants().all()).hasSize(1);
        assertThat(cases.realm.auditLog().rows(AuditChange.NODE_DELETED))
                .singleElement()
                .satisfies(row -> assertThat(row.before().orElseThrow()).contains("\"nodesBelow\":1"));
        Problems.refused(
                ProblemCode.NO_SUCH_NODE, () -> cases.get(cases.realm.caller("alice"), "fraud/payments/cards"));
    }

    @Test
    void node_with_something_below_goes_only_recursively() {
        cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV);
        cases.create(cases.realm.caller("alice"), "fraud/payments");

        Problems.refused(ProblemCode.NOT_EMPTY, () -> cases.delete(cases.realm.caller("alice"), "fraud", false));

        assertThat(cases.realm.resources().names()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"editor, FORBIDDEN", "viewer, FORBIDDEN", "data-reader, NO_SUCH_NODE"})
    void only_an_owner_deletes(String role, ProblemCode refusal) {
        cases.realm.node("fraud");
        cases.realm.node("fraud/payments");
        cases.realm.grant(cases.realm.user("alice"), Role.parse(role), "fraud/payments");

        Problems.refused(refusal, () -> cases.delete(cases.realm.caller("alice"), "fraud/payments", true));
    }

    @Test
    void admin_deletes_nothing() {
        cases.realm.admin("root");
        cases.realm.node("fraud");

        Problems.refused(ProblemCode.FORBIDDEN, () -> cases.delete(cases.realm.caller("root"), "fraud", true));
    }

    @Test
    void whoever_may_delete_a_project_owns_and_sees_what_is_hidden_below() {
        cases.realm.node("fraud");
        cases.realm.node("fraud/payments");
        cases.realm.secret("fraud/payments/watched");
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud/payments");

        Problems.refused(
                ProblemCode.NOT_EMPTY, () -> cases.delete(cases.realm.caller("alice"), "fraud/payments", false));
        assertThat(cases.get(cases.realm.caller("alice"), "fraud/payments/watched")
                        .access()
                        .strongest())
                .contains(Role.OWNER);
    }

    @Test
    void path_is_kept_until_no_token_can_name_it() {
        cases.createWorkspace(cases.realm.caller("alice"), "fraud", WorkspaceKind.DEV);
        cases.delete(cases.realm.caller("alice"), "fraud", false);

        cases.realm.clock().pass(NodeUseCases.RESERVATION.minus(Duration.ofSeconds(1)));
        Problems.refused(
                ProblemCode.NAME_TAKEN,
                () -> cases.createWorkspace(cases.realm.caller("bob"), "fraud", WorkspaceKind.DEV));

        cases.realm.clock().pass(Duration.ofSeconds(1));
        assertThat(cases.createWorkspace(cases.realm.caller("bob"), "fraud", WorkspaceKind.DEV)
                        .access()
                        .strongest())
                .contains(Role.OWNER);
    }

    @Test
    void hidden_and_absent_nodes_are_refused_alike() {
        cases.realm.node("fraud");
        cases.realm.secret("fraud/hidden");
        cases.realm.grant(cases.realm.user("alice"), Role.EDITOR, "fraud");

        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.delete(cases.realm.caller("alice"), "fraud/hidden", true),
                () -> cases.delete(cases.realm.caller("alice"), "fraud/absent", true));
    }
}
