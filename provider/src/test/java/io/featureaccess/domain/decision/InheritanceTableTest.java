package io.featureaccess.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.decisions.world.World;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.role.Role;
import io.featureaccess.support.MarkdownTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a role becomes on the nodes below, and which roles above a feature set keep a grant on it awake. */
class InheritanceTableTest {

    /** The role that arrives on a node, for a role granted somewhere; {@code same}: as granted, {@code -}: none. */
    private static final String ARRIVES_AS = """
            | granted         | on             | workspace | project | feature set | other workspace | other project | other feature set |
            |-----------------|----------------|-----------|---------|-------------|-----------------|---------------|-------------------|
            | any but editor  | all-workspaces | same      | same    | same        | same            | same          | same              |
            | any but editor  | w              | same      | same    | same        | -               | same          | same              |
            | any but editor  | w/p            | -         | same    | same        | -               | -             | same              |
            | editor          | all-workspaces | editor    | editor  | editor      | editor          | editor        | editor            |
            | editor          | w              | editor    | editor  | editor      | -               | editor        | editor            |
            | editor          | w/p            | -         | editor  | owner       | -               | -             | owner             |
            """;

    private static final Map<String, String> NODES = Map.of(
            "workspace",
            "w",
            "project",
            "w/p",
            "feature set",
            "w/p/f",
            "other workspace",
            "v",
            "other project",
            "w/q",
            "other feature set",
            "w/p/g");

    /** A row's role on a feature set is awake where there is a cross under what is held on the project or above it. */
    private static final String AWAKE = """
            | on the feature set | nothing | data-reader | viewer | operator | data-reader and viewer | data-reader and operator | consumer | sensitive-consumer | editor | owner |
            |--------------------|---------|-------------|--------|----------|------------------------|--------------------------|----------|--------------------|--------|-------|
            | owner              |         |             |        |          | x                      | x                        | x        | x                  | x      | x     |
            | editor             |         |             |        |          | x                      | x                        | x        | x                  | x      | x     |
            | sensitive-consumer |         |             |        |          | x                      | x                        | x        | x                  | x      | x     |
            | consumer           |         |             |        |          | x                      | x                        | x        | x                  | x      | x     |
            | operator           |         |             | x      | x        | x                      | x                        | x        | x                  | x      | x     |
            | viewer             |         |             | x      | x        | x                      | x                        | x        | x                  | x      | x     |
            | data-reader        |         | x           |        |          | x                      | x                        | x        | x                  | x      | x     |
            """;

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> aRoleArrivesOnEveryNodeBelowAsTheTableSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : MarkdownTable.parse(ARRIVES_AS).rows()) {
            for (Role role : Role.values()) {
                if (row.get("granted").equals("editor") == (role == Role.EDITOR)) {
                    NODES.forEach((name, path) -> tests.add(dynamicTest(
                            role.id() + " on " + row.get("on") + " is " + row.get(name) + " on " + name, () -> {
                                String expected = row.get(name).replace("same", role.id());
                                assertThat(strongest(role, row.get("on"), path)).isEqualTo(expected);
                            })));
                }
            }
        }
        return tests.stream();
    }

    private static String strongest(Role role, String on, String asked) {
        World world = world().grant("user:asker", role, on, Optional.empty());
        return access(world, asked).strongest().map(Role::id).orElse("-");
    }

    @TestFactory
    Stream<DynamicTest> aGrantOnAFeatureSetIsAwakeWhereTheTableSaysSo() {
        MarkdownTable table = MarkdownTable.parse(AWAKE);
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            Role role = Role.parse(row.get("on the feature set"));
            for (String above : table.header().subList(1, table.header().size())) {
                for (String on : List.of("w/p", "w", World.ALL_WORKSPACES)) {
                    boolean awake = row.get(above).equals("x");
                    tests.add(dynamicTest(
                            role.id() + (awake ? " is awake by " : " sleeps with ") + above + " on " + on,
                            () -> assertThat(isAwake(role, above, on)).isEqualTo(awake)));
                }
            }
        }
        return tests.stream();
    }

    private static boolean isAwake(Role role, String above, String on) {
        World world = world().grant("user:asker", role, "w/p/f", Optional.empty());
        Stream.of(above.split(" and "))
                .filter(held -> !held.equals("nothing"))
                .forEach(held -> world.grant("user:asker", Role.parse(held), on, Optional.empty()));
        return access(world, "w/p/f").roles().stream()
                .filter(held -> held.source().level() == Level.FEATURE_SET)
                .allMatch(InheritedRole::counts);
    }

    private static World world() {
        return new World()
                .node("w", false, true)
                .node("w/p", false, false)
                .node("w/p/f", false, false)
                .node("w/p/g", false, false)
                .node("w/q", false, false)
                .node("v", false, true)
                .account("user:asker", true, false);
    }

    private static Access access(World world, String path) {
        return Access.of(world.facts("user:asker", NodePath.parse(path), NOW));
    }
}
