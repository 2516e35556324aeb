package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of grants and of those who hold them, page by page. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HoldersTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Parameter
    TestDatabase database;

    private String realm;
    private Node workspace;
    private final List<PrincipalId> holders = new ArrayList<>();

    @BeforeEach
    void aWorkspaceOfSeven() {
        People people = People.inNewRealm(database);
        realm = people.realm();
        holders.clear();
        for (int i = 0; i < 7; i++) {
            holders.add(new PrincipalId(people.user("user-" + i)));
        }
        workspace = new Node(
                NodeId.random(),
                NodePath.parse("fraud"),
                new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT),
                "fraud",
                "",
                holders.get(0),
                NOW,
                0);
        database.runInTransaction(entities -> {
            new SqlNodes(entities, realm).add(workspace, NOW);
            new SqlGrants(entities, realm)
                    .add(holders.stream().map(this::viewer).toList());
        });
    }

    private Grant viewer(PrincipalId principal) {
        return new Grant(
                GrantId.random(),
                GrantTarget.node(workspace.id()),
                principal,
                Role.VIEWER,
                GrantOrigin.DIRECT,
                Optional.empty(),
                Optional.empty(),
                principal,
                NOW);
    }

    @Test
    void holders_come_by_pages_that_follow_each_other_in_one_transaction() {
        database.runInTransaction(entities -> {
            SqlGrants grants = new SqlGrants(entities, realm);
            List<PrincipalId> read = new ArrayList<>();
            for (int first = 0; first < 9; first += 3) {
                Page<PrincipalId> page =
                        grants.holders(workspace.id(), Optional.empty(), Optional.empty(), new PageRequest(first, 3));
                assertThat(page.total()).hasValue(7);
                read.addAll(page.items());
            }
            assertThat(read).isEqualTo(holders);
        });
    }

    @Test
    void holders_are_found_by_a_part_of_their_name_whatever_its_case() {
        database.runInTransaction(entities -> {
            SqlGrants grants = new SqlGrants(entities, realm);
            assertThat(named(grants, "USER-3").items()).containsExactly(holders.get(3));
            assertThat(named(grants, "user-").total()).hasValue(7);
            assertThat(named(grants, "user%").items()).isEmpty();
        });
    }

    private Page<PrincipalId> named(SqlGrants grants, String part) {
        return grants.holders(workspace.id(), Optional.empty(), Optional.of(part), new PageRequest(0, 3));
    }

    @Test
    void grants_come_by_pages_that_follow_each_other_in_one_transaction() {
        database.runInTransaction(entities -> {
            SqlGrants grants = new SqlGrants(entities, realm);
            List<PrincipalId> read = new ArrayList<>();
            for (int first = 0; first < 9; first += 3) {
                grants.on(GrantTarget.node(workspace.id()), new PageRequest(first, 3))
                        .items()
                        .forEach(grant -> read.add(grant.principal()));
            }
            assertThat(read).isEqualTo(holders);
        });
    }

    @Test
    void what_somebody_holds_is_read_by_themselves_and_by_somebody_else() {
        database.runInTransaction(entities -> {
            SqlGrants grants = new SqlGrants(entities, realm);
            for (PrincipalId reader : Set.of(holders.get(0), holders.get(1))) {
                assertThat(grants.heldBy(holders.get(0), reader, false, PageRequest.ofFirst(10), NOW))
                        .extracting(held -> held.path().orElseThrow().toString())
                        .containsExactly("fraud");
            }
        });
    }

    @Test
    void owners_are_found_by_how_near_they_own_and_then_by_name() {
        People people = People.inNewRealm(database);
        realm = people.realm();
        PrincipalId zoe = new PrincipalId(people.user("zoe"));
        PrincipalId yan = new PrincipalId(people.user("yan"));
        PrincipalId xia = new PrincipalId(people.user("xia"));
        PrincipalId late = new PrincipalId(people.user("late"));
        Node above = node("fraud", new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT), zoe);
        Node project = node("fraud/payments", new NodeTraits.Project(false, false), zoe);
        Node featureSet = node("fraud/payments/cards", new NodeTraits.FeatureSet(false, List.of()), zoe);
        database.runInTransaction(entities -> {
            SqlNodes nodes = new SqlNodes(entities, realm);
            List.of(above, project, featureSet).forEach(node -> nodes.add(node, NOW));
            new SqlGrants(entities, realm)
                    .add(List.of(
                            grant(GrantTarget.allWorkspaces(), xia, Role.OWNER, Optional.empty()),
                            grant(GrantTarget.node(above.id()), zoe, Role.OWNER, Optional.empty()),
                            grant(GrantTarget.node(above.id()), yan, Role.OWNER, Optional.of(NOW.plusSeconds(1))),
                            grant(GrantTarget.node(above.id()), late, Role.OWNER, Optional.of(NOW)),
                            grant(GrantTarget.node(project.id()), late, Role.EDITOR, Optional.empty())));
        });

        database.runInTransaction(entities -> {
            SqlGrants grants = new SqlGrants(entities, realm);
            assertThat(ids(grants.grantedOwners(featureSet.id(), 9, NOW))).containsExactly(late, yan, zoe, xia);
            assertThat(ids(grants.grantedOwners(project.id(), 9, NOW))).containsExactly(yan, zoe, xia);
            assertThat(ids(grants.grantedOwners(above.id(), 2, NOW))).containsExactly(yan, zoe);
            assertThat(new SqlGrants(entities, "another").grantedOwners(above.id(), 9, NOW))
                    .isEmpty();
        });
    }

    private static List<PrincipalId> ids(List<Principal> principals) {
        return principals.stream().map(Principal::id).toList();
    }

    private static Node node(String path, NodeTraits traits, PrincipalId creator) {
        NodePath parsed = NodePath.parse(path);
        return new Node(NodeId.random(), parsed, traits, parsed.name(), "", creator, NOW, 0);
    }

    private static Grant grant(GrantTarget target, PrincipalId principal, Role role, Optional<Instant> end) {
        return new Grant(
                GrantId.random(), target, principal, role, GrantOrigin.DIRECT, end, Optional.empty(), principal, NOW);
    }
}
