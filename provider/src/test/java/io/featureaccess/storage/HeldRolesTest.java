package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.HeldRoles;
import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What tokens say somebody holds is what single decisions say about each node. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HeldRolesTest {

    private static final int WORLDS = Integer.getInteger("worlds", 10);
    private static final int ENOUGH = 100;
    private static final int PLANS = 40;

    @Parameter
    TestDatabase database;

    @Test
    void summaries_agree_with_decisions_in_worlds_made_by_chance() {
        LongStream.range(0, WORLDS)
                .mapToObj(seed -> RandomWorld.make(database, seed))
                .forEach(world -> {
                    for (PrincipalId principal : world.principals()) {
                        RoleSummary summary = RoleSummary.of(
                                read(world, principal, ENOUGH).anyWorkspace(),
                                read(world, principal, ENOUGH).nodes(),
                                ENOUGH);
                        assertThat(summary.roles()).isEqualTo(expected(world, principal));
                        assertThat(summary.leftOut()).isEmpty();
                        Facts somewhere = world.facts(principal, world.nodes().get(0));
                        assertThat(summary.accountType())
                                .isEqualTo(AccountType.of(somewhere.asker().enabled()
                                        && somewhere.asker().admin()));
                        assertThat(summary.allWorkspaces()).isEqualTo(countingAt(somewhere, Level.ALL_WORKSPACES));
                    }
                });
    }

    private static SortedMap<NodePath, List<Role>> expected(World world, PrincipalId principal) {
        SortedMap<NodePath, List<Role>> expected = new TreeMap<>();
        for (Node node : world.nodes()) {
            List<Role> own = countingAt(world.facts(principal, node), Level.of(node.kind()));
            if (!own.isEmpty()) {
                expected.put(node.path(), own);
            }
        }
        return expected;
    }

    private static List<Role> countingAt(Facts facts, Level level) {
        return Access.of(facts).roles().stream()
                .filter(role -> role.counts() && role.source().level() == level)
                .map(role -> role.source().role())
                .distinct()
                .sorted(Role.STRONGEST_FIRST)
                .toList();
    }

    /** With room for one less than there is, exactly the last kind that has grants is left out; so none that sleeps took room. */
    @Test
    void only_grants_that_count_take_room() {
        LongStream.range(0, WORLDS)
                .mapToObj(seed -> RandomWorld.make(database, seed))
                .forEach(world -> {
                    for (PrincipalId principal : world.principals()) {
                        Map<NodeKind, Long> counts = new TreeMap<>();
                        for (Node node : world.nodes()) {
                            Access.of(world.facts(principal, node)).roles().stream()
                                    .filter(role ->
                                            role.counts() && role.source().level() == Level.of(node.kind()))
                                    .forEach(role -> counts.merge(node.kind(), 1L, Long::sum));
                        }
                        int all = counts.values().stream()
                                .mapToInt(Long::intValue)
                                .sum();
                        if (all > 0) {
                            assertThat(summary(world, principal, all).leftOut()).isEmpty();
                        }
                        if (all > 1) {
                            NodeKind last = List.copyOf(counts.keySet()).get(counts.size() - 1);
                            assertThat(summary(world, principal, all - 1).leftOut())
                                    .containsExactly(last);
                        }
                    }
                });
    }

    @Test
    void one_statement_reads_it_however_much_is_held() {
        World world = new World(database);
        PrincipalId alice = world.user("alice");
        world.workspace("w", true, false);
        Node project = world.project("w/p", false, false);
        assertThat(statements(world, alice)).hasSize(1);

        world.grant(alice, Role.OWNER, project);
        for (int i = 0; i < 60; i++) {
            world.grant(alice, Role.OWNER, world.featureSet("w/p/f%02d".formatted(i), false));
        }

        assertThat(statements(world, alice)).hasSize(1);
        assertThat(read(world, alice, 10).nodes())
                .as("of sixty feature sets ten are enough, and the project and the workspace above them")
                .hasSize(12);
    }

    /** H2 reads a table in other orders when it takes it for another kind, and not alike in all of one statement. */
    @Test
    void more_than_enough_is_left_out_by_any_plan() {
        World world = new World(database);
        PrincipalId alice = world.user("alice");
        world.workspace("w", true, false);
        world.grant(alice, Role.EDITOR, world.project("w/p", false, false));
        for (int i = 0; i < 200; i++) {
            world.grant(alice, Role.VIEWER, world.featureSet("w/p/f%03d".formatted(i), false));
        }
        try {
            for (int seed = 0; seed < PLANS; seed++) {
                misjudge(new Random(seed));

                RoleSummary summary = summary(world, alice, 50);

                assertThat(summary.leftOut()).containsExactly(NodeKind.FEATURE_SET);
                assertThat(summary.roles().keySet()).containsExactly(NodePath.parse("w/p"));
            }
        } finally {
            judgeAgain();
        }
    }

    @Test
    void roles_of_another_realm_do_not_count() {
        World here = new World(database);
        World elsewhere = new World(database);
        PrincipalId alice = here.user("alice");
        Node theirs = elsewhere.workspace("theirs", true, false);
        here.workspace("ours", true, false);
        elsewhere.grant(elsewhere.user("alice"), Role.OWNER, theirs);
        elsewhere.grant(elsewhere.user("bob"), Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());

        assertThat(read(here, alice, ENOUGH).nodes()).isEmpty();
        assertThat(read(elsewhere, alice, ENOUGH).nodes()).isEmpty();
    }

    /** Has H2 believe anything of how different the values of the columns are; of its own it would look at them. */
    private void misjudge(Random random) {
        if (database == TestDatabase.H2) {
            for (String column : List.of(
                    "FA_GRANT.PRINCIPAL_ID",
                    "FA_GRANT.TARGET",
                    "FA_GRANT.REALM_ID",
                    "FA_GRANT.NODE_ID",
                    "FA_GRANT.TARGET_KIND",
                    "FA_GRANT.ROLE",
                    "FA_NODE.ID",
                    "FA_NODE.REALM_ID",
                    "FA_NODE.PROJECT_ID",
                    "FA_NODE.WORKSPACE_ID")) {
                String[] parts = column.split("\\.");
                Schema.execute(
                        database.url(),
                        "ALTER TABLE " + parts[0] + " ALTER COLUMN " + parts[1] + " SELECTIVITY "
                                + random.nextInt(101));
            }
        }
    }

    private void judgeAgain() {
        if (database == TestDatabase.H2) {
            database.countRows();
        }
    }

    private List<String> statements(World world, PrincipalId principal) {
        List<String> seen = new ArrayList<>();
        database.runInTransaction(entities -> seen.addAll(StatementLog.during(() ->
                new SqlHeldRoles(entities, world.realm(), world.adminRole()).read(principal, ENOUGH, World.NOW))));
        return seen;
    }

    private RoleSummary summary(World world, PrincipalId principal, int limit) {
        HeldRoles.Held held = read(world, principal, limit + 1);
        return RoleSummary.of(held.anyWorkspace(), held.nodes(), limit);
    }

    private HeldRoles.Held read(World world, PrincipalId principal, int most) {
        return database.inTransaction(entities ->
                new SqlHeldRoles(entities, world.realm(), world.adminRole()).read(principal, most, World.NOW));
    }
}
