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
                Page<PrincipalId> page = grants.holders(workspace.id(), Optional.empty(), new PageRequest(first, 3));
                assertThat(page.total()).hasValue(7);
                read.addAll(page.items());
            }
            assertThat(read).isEqualTo(holders);
        });
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
}
