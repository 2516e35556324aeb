package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every database has to do alike: clean up, keep realms apart, and let one of two people win. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StorageContractTest {

    private static final PageRequest PAGE = PageRequest.ofFirst(50);

    private static final AtomicLong CLOCK = new AtomicLong();

    @Parameter
    TestDatabase database;

    private World world;
    private Node workspace;
    private Node project;
    private Node featureSet;

    @BeforeEach
    void makeAWorld() {
        world = new World(database);
        workspace = world.workspace("w", true, false);
        project = world.project("w/p", false, false);
        featureSet = world.featureSet("w/p/f", false);
    }

    @Test
    void changelog_run_again_does_nothing() {
        Schema.runOurs(database.url());
        assertThat(Schema.pending(database.url())).isZero();
    }

    @Test
    void facts_of_one_or_many_are_one_statement() {
        PrincipalId ann = world.user("ann");
        PrincipalId bob = world.user("bob");
        assertThat(statementsOfFacts(Set.of(ann), Set.of(NodeRef.of(featureSet.path()))))
                .isOne();
        assertThat(statementsOfFacts(Set.of(ann, bob), Set.of(NodeRef.of(project.id()), NodeRef.of(featureSet.path()))))
                .isOne();
    }

    private int statementsOfFacts(Set<PrincipalId> principals, Set<NodeRef> nodes) {
        return StatementLog.during(() -> database.runInTransaction(
                        entities -> new SqlFactsReader(entities, world.realm(), world.adminRole())
                                .read(principals, nodes, World.NOW)))
                .size();
    }

    @Test
    void of_two_nodes_added_at_once_under_one_path_one_is_refused() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Node first = World.node("twice", workspace.traits());
        Node second = World.node("twice", workspace.traits());
        CompletableFuture<Void> winner = CompletableFuture.runAsync(() -> database.runInTransaction(entities -> {
            new SqlNodes(entities, world.realm()).add(first, World.NOW);
            written.countDown();
            await(tried);
        }));
        await(written);
        CompletableFuture<DomainProblem> loser = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                DomainProblem.class,
                () -> database.runInTransaction(entities -> {
                    tried.countDown();
                    new SqlNodes(entities, world.realm()).add(second, World.NOW);
                })));
        winner.get();
        assertThat(loser.get().code()).isEqualTo(ProblemCode.NAME_TAKEN);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_two_updates_of_what_was_read_one_is_refused() {
        Node read = found(project.path().toString()).orElseThrow();
        database.runInTransaction(
                entities -> new SqlNodes(entities, world.realm()).update(read.described("first", "")));
        DomainProblem problem = catchThrowableOfType(
                DomainProblem.class,
                () -> database.runInTransaction(
                        entities -> new SqlNodes(entities, world.realm()).update(read.described("second", ""))));
        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        assertThat(found("w/p").orElseThrow().displayName()).isEqualTo("first");
    }

    @Test
    void sensitive_features_read_back_as_they_were_written() {
        List<String> names = List.of("card \"number\"", "two\nlines", "back\\slash", "");
        Node node = World.node("w/p/g", new NodeTraits.FeatureSet(false, names));
        database.runInTransaction(entities -> new SqlNodes(entities, world.realm()).add(node, World.NOW));
        assertThat(found("w/p/g")).contains(node);
    }

    @Test
    void deleted_nodes_take_what_is_below_with_them_and_leave_their_paths_reserved() {
        world.grant(world.user("ann"), Role.VIEWER, featureSet);
        database.runInTransaction(entities -> new SqlNodes(entities, world.realm())
                .delete(workspace.path(), World.NOW.plusSeconds(60), World.DELETED));
        assertThat(found("w/p/f")).isEmpty();
        assertThat(grantsIn(world)).isZero();
        Node again = World.node("w", workspace.traits());
        DomainProblem problem = catchThrowableOfType(
                DomainProblem.class,
                () -> database.runInTransaction(
                        entities -> new SqlNodes(entities, world.realm()).add(again, World.NOW)));
        assertThat(problem.code()).isEqualTo(ProblemCode.NAME_TAKEN);
        database.runInTransaction(
                entities -> new SqlNodes(entities, world.realm()).add(again, World.NOW.plusSeconds(60)));
        assertThat(found("w")).contains(again);
    }

    @Test
    void reservations_that_have_passed_are_forgotten_when_something_is_deleted() {
        Node other = world.workspace("other", true, false);
        database.runInTransaction(entities -> {
            SqlNodes nodes = new SqlNodes(entities, world.realm());
            nodes.delete(workspace.path(), World.NOW.plusSeconds(60), World.DELETED);
            nodes.delete(other.path(), World.NOW.plusSeconds(119), World.deletedAt(World.NOW.plusSeconds(59)));
        });
        assertThat(count("FA_RESERVED_PATH", world)).isEqualTo(4);
        Node last = world.workspace("last", true, false);
        database.runInTransaction(entities -> new SqlNodes(entities, world.realm())
                .delete(last.path(), World.NOW.plusSeconds(120), World.deletedAt(World.NOW.plusSeconds(60))));
        assertThat(count("FA_RESERVED_PATH", world, " AND PATH IN ('other', 'last')"))
                .isEqualTo(2);
        assertThat(count("FA_RESERVED_PATH", world)).isEqualTo(2);
    }

    @Test
    void removed_users_and_groups_take_their_grants_with_them() {
        PrincipalId ann = world.user("ann");
        PrincipalId team = world.group("/team");
        world.grant(ann, Role.VIEWER, project);
        world.grant(team, Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());
        world.people().run("DELETE FROM USER_ENTITY WHERE ID = ?1", ann.value());
        assertThat(grantsIn(world)).isOne();
        world.people().run("DELETE FROM KEYCLOAK_GROUP WHERE ID = ?1", team.value());
        assertThat(grantsIn(world)).isZero();
    }

    @Test
    void removed_realms_leave_nothing() {
        world.grant(world.user("ann"), Role.VIEWER, project);
        append(row("1", ann()));
        world.people().run("DELETE FROM USER_ENTITY WHERE REALM_ID = ?1", world.realm());
        world.people().run("DELETE FROM KEYCLOAK_ROLE WHERE REALM_ID = ?1", world.realm());
        world.people().run("DELETE FROM REALM WHERE ID = ?1", world.realm());
        for (String table : List.of("FA_NODE", "FA_GRANT", "FA_PERMISSION", "FA_AUDIT")) {
            assertThat(count(table, world)).as(table).isZero();
        }
    }

    @Test
    void the_same_names_in_another_realm_are_other_things() {
        World other = new World(database);
        PrincipalId here = world.user("ann");
        PrincipalId there = other.user("ann");
        Node otherWorkspace = other.workspace("w", true, false);
        PrincipalRef ann = PrincipalRef.parse("user:ann");
        database.runInTransaction(entities -> {
            SqlDirectory directory = new SqlDirectory(entities, world.realm(), world.adminRole());
            assertThat(directory.resolve(Set.of(ann)).get(ann).id()).isEqualTo(here);
            assertThat(directory.find(Set.of(there))).isEmpty();
            assertThat(new SqlNodes(entities, world.realm()).find(NodeRef.of(otherWorkspace.id())))
                    .isEmpty();
        });
        DomainProblem problem =
                catchThrowableOfType(DomainProblem.class, () -> world.grant(there, Role.VIEWER, workspace));
        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
    }

    @Test
    void held_grants_are_told_also_to_their_holder() {
        PrincipalId ann = world.user("ann");
        world.grant(ann, Role.VIEWER, project);
        database.runInTransaction(
                entities -> assertThat(new SqlGrants(entities, world.realm()).heldBy(ann, ann, false, PAGE, World.NOW))
                        .singleElement()
                        .satisfies(held -> assertThat(held.path()).contains(project.path())));
    }

    @Test
    void user_never_means_a_service_account() {
        PrincipalId machine = world.serviceAccount("machine");
        PrincipalRef asUser = PrincipalRef.parse("user:service-account-machine");
        PrincipalRef asMachine = PrincipalRef.parse("service-account:machine");
        database.runInTransaction(
                entities -> assertThat(new SqlDirectory(entities, world.realm(), "").resolve(Set.of(asUser, asMachine)))
                        .containsOnlyKeys(asMachine)
                        .extractingByKey(asMachine)
                        .satisfies(found -> assertThat(found.id()).isEqualTo(machine)));
    }

    @Test
    void roles_that_contain_each_other_in_a_circle_end_the_search_for_admins() {
        PrincipalId ann = world.user("ann");
        String other = world.people().role("other");
        world.people().contain(other, world.adminRole());
        world.people().contain(world.adminRole(), other);
        world.makeAdmin(ann, other);
        database.runInTransaction(
                entities -> assertThat(new SqlDirectory(entities, world.realm(), world.adminRole()).isAdmin(ann))
                        .isTrue());
    }

    @Test
    void groups_in_a_circle_end_the_search_for_grants() {
        PrincipalId ann = world.user("ann");
        PrincipalId teams = world.group("/teams");
        PrincipalId cards = world.group("/teams/cards");
        world.join(ann, cards);
        world.people().run("UPDATE KEYCLOAK_GROUP SET PARENT_GROUP = ?1 WHERE ID = ?2", cards.value(), teams.value());
        world.grant(teams, Role.VIEWER, workspace);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> database.runInTransaction(entities -> {
                    Facts facts = new SqlFactsReader(entities, world.realm(), "")
                            .read(Set.of(ann), Set.of(NodeRef.of(workspace.id())), World.NOW)
                            .about(ann, NodeRef.of(workspace.id()));
                    assertThat(facts.held()).extracting(HeldRole::role).containsExactly(Role.VIEWER);
                }));
    }

    @Test
    void the_record_is_read_by_pages_and_outlives_its_node() {
        AuditRow first = row("1", ann());
        AuditRow second = row("2", ann());
        append(first);
        append(second);
        database.runInTransaction(
                entities -> new SqlNodes(entities, world.realm()).delete(workspace.path(), World.NOW, World.DELETED));
        database.runInTransaction(entities -> {
            SqlAuditLog log = new SqlAuditLog(entities, world.realm(), Clock.systemUTC());
            assertThat(log.read(page(Optional.empty(), 1))).containsExactly(second);
            assertThat(log.read(page(Optional.of(second.id()), 1))).containsExactly(first);
        });
        assertThat(count("FA_AUDIT", world, " AND LENGTH(HASH) = 64")).isEqualTo(2);
    }

    private static AuditLog.Query page(Optional<String> cursor, int max) {
        return new AuditLog.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cursor,
                max);
    }

    private static PrincipalId ann() {
        return new PrincipalId("ann");
    }

    private AuditRow row(String reason, PrincipalId actor) {
        return new AuditRow(
                People.id(),
                World.NOW.plusSeconds(CLOCK.incrementAndGet()),
                "ann",
                actor,
                AuditChange.NODE_UPDATED,
                Optional.of(new AuditRow.Subject(featureSet.id(), featureSet.path(), false)),
                Optional.empty(),
                Optional.of("{}"),
                Optional.empty(),
                Optional.of(reason),
                "192.0.2.1");
    }

    private void append(AuditRow row) {
        database.runInTransaction(
                entities -> new SqlAuditLog(entities, world.realm(), Clock.systemUTC()).append(List.of(row)));
    }

    private Optional<Node> found(String path) {
        return database.inTransaction(
                entities -> new SqlNodes(entities, world.realm()).find(NodeRef.of(NodePath.parse(path))));
    }

    private long grantsIn(World realm) {
        return count("FA_GRANT", realm);
    }

    private long count(String table, World realm) {
        return count(table, realm, "");
    }

    private long count(String table, World realm, String condition) {
        return database.inTransaction(entities -> ((Number)
                        entities.createNativeQuery("SELECT COUNT(*) FROM " + table + " WHERE REALM_ID = ?1" + condition)
                                .setParameter(1, realm.realm())
                                .getSingleResult())
                .longValue());
    }
}
