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

/** Who sees what, for every way in which a workspace, a project in it and a feature set in that can be locked or secret. */
class VisibilityTableTest {

    /** {@code w}, {@code p}, {@code f}: the workspace, the project, the feature set is seen; {@code -}: nothing is. */
    private static final String TABLE = """
            | workspace | project       | feature set | nobody | data-reader p | viewer f | viewer p | editor p | viewer w | editor w | owner p | owner w | admin | broken glass |
            |-----------|---------------|-------------|--------|---------------|----------|----------|----------|----------|----------|---------|---------|-------|--------------|
            | locked    |               |             | -      | -             | -        | p f      | p f      | w p f    | w p f    | p f     | w p f   | w p f | w p f        |
            | locked    |               | secret      | -      | -             | -        | p        | p f      | w p      | w p      | p f     | w p f   | w p   | w p f        |
            | locked    | locked        |             | -      | -             | -        | p f      | p f      | w p f    | w p f    | p f     | w p f   | w p f | w p f        |
            | locked    | locked        | secret      | -      | -             | -        | p        | p f      | w p      | w p      | p f     | w p f   | w p   | w p f        |
            | locked    | secret        |             | -      | -             | -        | -        | -        | w        | w        | p f     | w p f   | w     | w p f        |
            | locked    | secret        | secret      | -      | -             | -        | -        | -        | w        | w        | p f     | w p f   | w     | w p f        |
            | locked    | locked secret |             | -      | -             | -        | -        | -        | w        | w        | p f     | w p f   | w     | w p f        |
            | locked    | locked secret | secret      | -      | -             | -        | -        | -        | w        | w        | p f     | w p f   | w     | w p f        |
            |           |               |             | w p f  | w p f         | w p f    | w p f    | w p f    | w p f    | w p f    | w p f   | w p f   | w p f | w p f        |
            |           |               | secret      | w p    | w p           | w p      | w p      | w p f    | w p      | w p      | w p f   | w p f   | w p   | w p f        |
            |           | locked        |             | w p    | w p           | w p      | w p f    | w p f    | w p f    | w p f    | w p f   | w p f   | w p f | w p f        |
            |           | locked        | secret      | w p    | w p           | w p      | w p      | w p f    | w p      | w p      | w p f   | w p f   | w p   | w p f        |
            |           | secret        |             | w      | w             | w        | w        | w        | w        | w        | w p f   | w p f   | w     | w p f        |
            |           | secret        | secret      | w      | w             | w        | w        | w        | w        | w        | w p f   | w p f   | w     | w p f        |
            |           | locked secret |             | w      | w             | w        | w        | w        | w        | w        | w p f   | w p f   | w     | w p f        |
            |           | locked secret | secret      | w      | w             | w        | w        | w        | w        | w        | w p f   | w p f   | w     | w p f        |
            """;

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Map<String, String> PATHS = Map.of("w", "w", "p", "w/p", "f", "w/p/f");

    @TestFactory
    Stream<DynamicTest> everyCell() {
        MarkdownTable table = MarkdownTable.parse(TABLE);
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            for (String who : table.header().subList(3, table.header().size())) {
                String world = row.get("workspace") + " / " + row.get("project") + " / " + row.get("feature set");
                tests.add(dynamicTest(world + ": " + who + " sees " + row.get(who), () -> assertThat(seen(who, row))
                        .isEqualTo(row.get(who))));
            }
        }
        return tests.stream();
    }

    private static String seen(String who, Map<String, String> row) {
        World world = new World()
                .node("w", false, row.get("workspace").contains("locked"))
                .node(
                        "w/p",
                        row.get("project").contains("secret"),
                        row.get("project").contains("locked"))
                .node("w/p/f", row.get("feature set").contains("secret"), false)
                .account("user:asker", true, List.of("admin", "broken glass").contains(who));
        if (who.contains(" ") && !who.equals("broken glass")) {
            String[] held = who.split(" ");
            world.grant("user:asker", Role.parse(held[0]), PATHS.get(held[1]), Optional.empty());
        }
        List<String> seen = Stream.of("w", "p", "f")
                .filter(node -> {
                    Facts facts = world.facts("user:asker", NodePath.parse(PATHS.get(node)), NOW);
                    return Access.of(who.equals("broken glass") ? facts.breakingGlass() : facts)
                            .sees();
                })
                .toList();
        return seen.isEmpty() ? "-" : String.join(" ", seen);
    }
}
