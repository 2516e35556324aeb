package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups as they lie, and who owns what by them, in the real tables. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlPeopleTest {

    private static final PageRequest PAGE = PageRequest.ofFirst(10);

    @Parameter
    TestDatabase database;

    private World world;
    private EntityManager entities;
    private PrincipalId alice;
    private PrincipalId bob;
    private PrincipalId teams;
    private PrincipalId fraud;

    @BeforeEach
    void aTeamWithAMember() {
        world = new World(database);
        entities = database.factory().createEntityManager();
        alice = world.user("alice");
        bob = world.user("bob");
        teams = world.group("/teams");
        fraud = world.group("/teams/fraud");
        world.join(alice, fraud);
    }

    @AfterEach
    void close() {
        entities.close();
    }

    private Groups groups() {
        return new SqlGroups(entities, world.realm());
    }

    private Ownerships ownerships() {
        return new SqlOwnerships(entities, world.realm());
    }

    private Optional<String> orphanOf(PrincipalId... principals) {
        return ownerships()
                .orphanOf(Set.of(principals))
                .map(orphan -> orphan.path() + (orphan.hidden() ? " hidden" : ""));
    }

    @Test
    void groups_are_found_listed_in_path_order_and_searched() {
        Group found = new Group(fraud, "/teams/fraud", "fraud", Optional.of(teams));
        world.group("/ops");

        assertThat(groups().find(fraud)).contains(found);
        assertThat(groups().find(alice)).isEmpty();
        Page<Group> page = groups().list(Optional.empty(), new PageRequest(1, 2));
        assertThat(page.items()).extracting(Group::path).containsExactly("/teams", "/teams/fraud");
        assertThat(page.total()).hasValue(3);
        assertThat(groups().list(Optional.of("S/FR"), PAGE).items()).containsExactly(found);
    }

    @Test
    void a_group_of_another_realm_is_none() {
        World other = new World(database);
        PrincipalId elsewhere = other.group("/elsewhere");

        assertThat(groups().find(elsewhere)).isEmpty();
        assertThat(groups().tree(elsewhere).ids()).isEmpty();
        assertThat(groups().isTaken(Optional.empty(), "elsewhere")).isFalse();
    }

    @Test
    void groups_in_a_circle_are_none() {
        PrincipalId cards = world.group("/teams/fraud/cards");
        world.people().run("UPDATE KEYCLOAK_GROUP SET PARENT_GROUP = ?1 WHERE ID = ?2", cards.value(), teams.value());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(groups().find(cards)).isEmpty();
            assertThat(groups().list(Optional.empty(), PAGE).items()).isEmpty();
        });
    }

    @Test
    void members_are_those_of_exactly_this_group() {
        PrincipalId pipeline = world.serviceAccount("pipeline");
        world.join(pipeline, teams);

        assertThat(groups().members(fraud, Optional.empty(), PAGE).items())
                .extracting(member -> member.principal().reference())
                .containsExactly("user:alice");
        assertThat(groups().members(teams, Optional.of("PIPE"), PAGE).items())
                .extracting(member -> member.principal().reference())
                .containsExactly("service-account:pipeline");
    }

    @Test
    void a_tree_goes_down_and_upwards_goes_up() {
        PrincipalId cards = world.group("/teams/fraud/cards");

        Groups.Tree tree = groups().tree(teams);
        assertThat(tree.ids()).containsExactlyInAnyOrder(teams, fraud, cards);
        assertThat(tree.deepest()).isEqualTo("/fraud/cards".length());
        assertThat(groups().upwards(cards)).containsExactlyInAnyOrder(teams, fraud, cards);
        assertThat(groups().upwards(alice)).containsExactlyInAnyOrder(alice, fraud, teams);
        assertThat(groups().isTaken(Optional.of(fraud), "cards")).isTrue();
    }

    @Test
    void a_group_counts_while_somebody_enabled_is_below_it() {
        world.group("/empty");

        assertThat(ownerships().counting(Set.of(alice, teams, fraud, bob)))
                .containsExactlyInAnyOrder(alice, teams, fraud, bob);
        world.disable(alice);
        assertThat(ownerships().counting(Set.of(alice, teams, fraud, bob))).containsExactly(bob);
    }

    @Test
    void an_emptied_group_leaves_what_nobody_else_owns_as_an_orphan() {
        Node workspace = world.workspace("fraud", true, false);
        world.grant(teams, Role.OWNER, workspace);
        assertThat(orphanOf(teams, fraud)).isEmpty();

        database.runInTransaction(transaction -> new SqlGroups(transaction, world.realm()).empty(Set.of(fraud)));
        assertThat(orphanOf(teams, fraud)).contains("fraud");
        assertThat(orphanOf(fraud)).isEmpty();
        world.grant(bob, Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());
        assertThat(orphanOf(teams)).isEmpty();
    }

    @Test
    void an_owner_of_all_workspaces_may_be_the_last_of_one() {
        world.workspace("fraud", true, false);
        world.grant(alice, Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());
        assertThat(orphanOf(alice)).isEmpty();

        world.disable(alice);
        assertThat(orphanOf(alice)).contains("fraud");
    }

    @Test
    void a_hidden_orphan_is_answered_where_there_is_no_other() {
        world.workspace("fraud", true, false);
        Node vault = world.project("fraud/vault", true, false);
        world.grant(alice, Role.OWNER, vault);
        world.disable(alice);

        assertThat(orphanOf(alice)).contains("fraud/vault hidden");
    }

    @Test
    void a_group_opens_what_it_owns_to_whoever_does_not() {
        Node workspace = world.workspace("fraud", true, false);
        Node project = world.project("fraud/payments", false, false);
        Node secret = world.featureSet("fraud/payments/keys", true);
        world.grant(teams, Role.EDITOR, workspace);
        assertThat(opens(bob)).isFalse();

        world.grant(teams, Role.EDITOR, project);
        assertThat(opens(bob)).isTrue();
        assertThat(ownerships().secretsOf(Set.of(teams), Optional.empty(), 10, World.NOW))
                .extracting(Node::path)
                .containsExactly(secret.path());
        world.grant(bob, Role.OWNER, workspace);
        assertThat(opens(bob)).isFalse();
    }

    private boolean opens(PrincipalId other) {
        return ownerships().opens(Set.of(teams, fraud), other, World.NOW);
    }

    @Test
    void what_is_held_comes_in_pages() {
        world.workspace("fraud", true, false);
        Node vault = world.project("fraud/vault", true, false);
        Grant first = world.grant(teams, Role.OWNER, vault);
        Grant second = world.grant(teams, Role.VIEWER, GrantTarget.allWorkspaces(), Optional.empty());

        List<HeldGrant> page = ownerships().heldBy(Set.of(teams), Optional.empty(), 1);
        List<HeldGrant> rest = ownerships()
                .heldBy(Set.of(teams), Optional.of(page.get(0).grant().id()), 10);
        assertThat(page).hasSize(1);
        assertThat(rest).hasSize(1);
        assertThat(List.of(page.get(0).grant().id(), rest.get(0).grant().id()))
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(List.of(page.get(0).secret(), rest.get(0).secret())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void questions_about_owners_cost_one_statement_however_much_is_owned() {
        world.workspace("fraud", true, false);
        for (int i = 0; i < 30; i++) {
            world.grant(teams, Role.OWNER, world.project("fraud/p" + i, false, false));
        }
        List<String> statements = StatementLog.during(() -> database.runInTransaction(transaction -> {
            Ownerships all = new SqlOwnerships(transaction, world.realm());
            all.lock(Set.of(teams, fraud));
            all.counting(Set.of(teams, fraud));
            all.orphanOf(Set.of(teams, fraud));
        }));

        assertThat(statements).hasSize(3);
    }

    @Test
    void pages_of_groups_and_members_cost_one_statement_each_however_many_there_are() {
        for (int i = 0; i < 20; i++) {
            world.join(world.user("member" + i), fraud);
            world.group("/teams/t" + i);
        }
        List<String> statements = StatementLog.during(() -> {
            assertThat(groups().list(Optional.empty(), new PageRequest(5, 10)).items())
                    .hasSize(10);
            assertThat(groups().members(fraud, Optional.empty(), new PageRequest(5, 10))
                            .total())
                    .hasValue(21);
        });

        assertThat(statements).hasSize(2);
    }

    @Test
    void an_invitation_is_open_until_there_is_a_way_to_log_in() {
        database.runInTransaction(
                transaction -> new SqlInvitations(transaction, world.realm()).add(bob, alice, World.NOW));
        assertThat(isOpen(bob)).isTrue();
        assertThat(isOpen(alice)).isFalse();

        world.people()
                .run(
                        "INSERT INTO CREDENTIAL (ID, TYPE, USER_ID) VALUES (?1, 'password', ?2)",
                        People.id(),
                        bob.value());
        assertThat(isOpen(bob)).isFalse();
    }

    private boolean isOpen(PrincipalId user) {
        return new SqlInvitations(entities, world.realm()).isOpen(user);
    }
}
