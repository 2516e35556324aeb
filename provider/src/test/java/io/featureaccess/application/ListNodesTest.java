package io.featureaccess.application;

import static io.featureaccess.application.NodeUseCases.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListNodesTest {

    private final NodeUseCases cases = new NodeUseCases();

    @BeforeEach
    void nodes() {
        cases.realm.node("fraud");
        cases.realm.node("fraud/cards");
        cases.realm.secret("fraud/hidden");
        cases.realm.node("fraud/payments");
        cases.realm.node("fraud/payments/transactions");
        cases.realm.secret("fraud/payments/watched");
    }

    @Test
    void viewer_lists_what_is_not_secret_with_roles_and_actions() {
        cases.realm.grant(cases.realm.user("alice"), Role.VIEWER, "fraud");

        List<NodeView> listed =
                cases.children(cases.realm.caller("alice"), "fraud").items();

        assertThat(listed)
                .extracting(view -> view.node().path().toString())
                .containsExactly("fraud/cards", "fraud/payments");
        assertThat(listed).allMatch(view -> view.access().countingRoles().equals(List.of(Role.VIEWER)));
        assertThat(listed).allMatch(view -> view.access().actions().contains(Action.VIEW_ACCESS));
    }

    @Test
    void owner_lists_secret_nodes_too_and_that_goes_on_no_record() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");

        assertThat(paths(cases.children(cases.realm.caller("alice"), "fraud")))
                .containsExactly("fraud/cards", "fraud/hidden", "fraud/payments");
        assertThat(cases.realm.auditLog().rows()).isEmpty();
    }

    @Test
    void a_search_finds_every_kind_wherever_it_lies_and_nothing_hidden() {
        cases.realm.grant(cases.realm.user("alice"), Role.VIEWER, "fraud");
        Caller alice = cases.realm.caller("alice");

        assertThat(found(alice, "CAR")).containsExactly("fraud/cards");
        assertThat(found(alice, "fraud/p")).containsExactly("fraud/payments", "fraud/payments/transactions");
        assertThat(found(alice, "watched")).isEmpty();
        assertThat(found(cases.realm.caller("mallory"), "f")).isEmpty();
    }

    @Test
    void an_admin_who_breaks_the_glass_finds_what_is_secret_on_record() {
        cases.realm.admin("ada");

        assertThat(found(cases.realm.caller("ada"), "hidden")).isEmpty();
        assertThat(found(cases.realm.breakingGlass("ada", "incident 7"), "hidden"))
                .containsExactly("fraud/hidden");
        assertThat(cases.realm.auditLog().rows(AuditChange.BREAK_GLASS)).hasSize(1);
    }

    private List<String> found(Caller caller, String text) {
        return paths(cases.list().found(caller, new NodeSearch(text), PageRequest.ofFirst(10)));
    }

    @Test
    void below_a_parent_that_is_not_seen_one_sees_what_one_holds() {
        Principal alice = cases.realm.user("alice");
        cases.realm.grant(alice, Role.CONSUMER, "fraud/payments");

        Problems.refused(ProblemCode.NO_SUCH_NODE, () -> cases.get(cases.realm.caller("alice"), "fraud"));
        assertThat(paths(cases.children(cases.realm.caller("alice"), "fraud"))).containsExactly("fraud/payments");
        assertThat(paths(cases.workspaces(cases.realm.caller("alice"), PageRequest.ofFirst(10))))
                .isEmpty();
    }

    @Test
    void hidden_and_absent_parents_are_answered_alike_by_as_many_statements() {
        int before = cases.realm.facts().reads();
        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.children(cases.realm.caller("mallory"), "nowhere"),
                () -> cases.children(cases.realm.caller("mallory"), "nowhere/payments"));
        int absent = cases.realm.facts().reads() - before;

        Problems.alike(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.children(cases.realm.caller("mallory"), "nowhere"),
                () -> cases.children(cases.realm.caller("mallory"), "fraud/hidden"));

        assertThat(absent).isEqualTo(2);
    }

    @Test
    void seen_parent_without_children_is_an_empty_list() {
        cases.realm.grant(cases.realm.user("alice"), Role.VIEWER, "fraud");

        assertThat(paths(cases.children(cases.realm.caller("alice"), "fraud/cards")))
                .isEmpty();
    }

    @Test
    void search_finds_names_whatever_their_case_and_nothing_that_is_hidden() {
        cases.realm.node("shared", new NodeTraits.Workspace(WorkspaceKind.LIVE, false, WorkspaceSettings.DEFAULT));
        cases.realm.node("shared/open");
        cases.realm.node("shared/reopened");
        cases.realm.node("shared/other");
        cases.realm.secret("shared/open-secret");

        assertThat(paths(cases.named(cases.realm.caller("alice"), "shared", "OPEN")))
                .containsExactly("shared/open", "shared/reopened");
        assertThat(paths(cases.named(cases.realm.caller("alice"), "shared", "shared")))
                .isEmpty();
        assertThat(paths(cases.named(cases.realm.caller("alice"), "shared", "%")))
                .isEmpty();
    }

    @Test
    void unlocked_workspace_is_discovered_by_everyone() {
        cases.realm.node("shared", new NodeTraits.Workspace(WorkspaceKind.LIVE, false, WorkspaceSettings.DEFAULT));
        cases.realm.node("shared/open");
        cases.realm.secret("shared/closed");

        List<NodeView> workspaces = cases.workspaces(cases.realm.caller("alice"), PageRequest.ofFirst(10))
                .items();

        assertThat(workspaces).hasSize(1);
        assertThat(workspaces.get(0).access().countingRoles()).isEmpty();
        assertThat(workspaces.get(0).access().actions()).containsExactly(Action.VIEW);
        assertThat(paths(cases.children(cases.realm.caller("alice"), "shared"))).containsExactly("shared/open");
    }

    @Test
    void admin_sees_secret_nodes_only_by_breaking_the_glass_and_each_goes_on_record() {
        cases.realm.admin("root");

        assertThat(paths(cases.children(cases.realm.caller("root"), "fraud")))
                .containsExactly("fraud/cards", "fraud/payments");
        assertThat(cases.realm.auditLog().rows()).isEmpty();

        assertThat(paths(cases.children(cases.realm.breakingGlass("root", "incident 7"), "fraud")))
                .containsExactly("fraud/cards", "fraud/hidden", "fraud/payments");
        assertThat(cases.realm.auditLog().rows()).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(AuditChange.BREAK_GLASS);
            assertThat(row.node()).map(AuditRow.Subject::path).contains(NodePath.parse("fraud/hidden"));
            assertThat(row.reason()).contains("incident 7");
        });
    }

    @Test
    void breaking_the_glass_opens_nothing_to_who_is_no_admin() {
        cases.realm.grant(cases.realm.user("alice"), Role.VIEWER, "fraud");

        assertThat(paths(cases.children(cases.realm.breakingGlass("alice", "curious"), "fraud")))
                .containsExactly("fraud/cards", "fraud/payments");
        Problems.refused(
                ProblemCode.NO_SUCH_NODE,
                () -> cases.get(cases.realm.breakingGlass("alice", "curious"), "fraud/hidden"));
        assertThat(cases.realm.auditLog().rows()).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        cases.realm.grant(cases.realm.user("alice"), Role.OWNER, "fraud");

        assertThat(paths(cases.children(cases.realm.caller("alice"), "fraud", new PageRequest(0, 2))))
                .containsExactly("fraud/cards", "fraud/hidden");
        assertThat(paths(cases.children(cases.realm.caller("alice"), "fraud", new PageRequest(2, 2))))
                .containsExactly("fraud/payments");
    }

    @Test
    void my_access_lists_what_i_hold_and_not_what_everyone_sees() {
        cases.realm.node("shared", new NodeTraits.Workspace(WorkspaceKind.LIVE, false, WorkspaceSettings.DEFAULT));
        cases.realm.grant(cases.realm.user("alice"), Role.CONSUMER, "fraud/payments");
        cases.realm.admin("alice");

        assertThat(paths(cases.myAccess()
                        .list(
                                cases.realm.caller("alice"),
                                Action.VIEW,
                                Optional.empty(),
                                Optional.empty(),
                                PageRequest.ofFirst(10))))
                .containsExactly("fraud/payments", "fraud/payments/transactions");
        assertThat(paths(cases.myAccess()
                        .list(
                                cases.realm.caller("alice"),
                                Action.READ_ONLINE,
                                Optional.of(NodeKind.FEATURE_SET),
                                Optional.of(NodePath.parse("fraud/payments")),
                                PageRequest.ofFirst(10))))
                .containsExactly("fraud/payments/transactions");
    }
}
