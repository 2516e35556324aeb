package io.featureaccess.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.support.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which role may do what on which kind of node: every cell of the table is a test, also the empty ones. */
class RoleTableTest {

    /** {@code w}: on a workspace, {@code p}: on a project, {@code f}: on a feature set; {@code -}: nowhere. */
    static final String TABLE = """
            | action               | owner | editor | sensitive-consumer | consumer | operator | viewer | data-reader |
            |----------------------|-------|--------|--------------------|----------|----------|--------|-------------|
            | view                 | w p f | w p f  | w p f              | w p f    | w p f    | w p f  | -           |
            | view-access          | w p f | w p f  | w p f              | w p f    | w p f    | w p f  | -           |
            | plan                 | w     | w      | w                  | w        | w        | w      | -           |
            | restore              | w     | w      | w                  | w        | w        | w      | -           |
            | read-online          | w p f | w p f  | w p f              | w p f    | -        | -      | w p f       |
            | read-offline         | w p f | w p f  | w p f              | w p f    | -        | -      | w p f       |
            | read-sensitive       | w p f | w p f  | w p f              | -        | -        | -      | -           |
            | trigger-jobs         | w p f | w p f  | -                  | -        | w p f    | -      | -           |
            | manage-jobs          | w p f | w p f  | -                  | -        | w p f    | -      | -           |
            | apply                | w     | w      | -                  | -        | -        | -      | -           |
            | manage-datasets      | w p f | w p f  | -                  | -        | -        | -      | -           |
            | ingest               | w p f | w p f  | -                  | -        | -        | -      | -           |
            | delete-keys          | w p f | w p f  | -                  | -        | -        | -      | -           |
            | update               | w p f | w p f  | -                  | -        | -        | -      | -           |
            | create-project       | w     | w      | -                  | -        | -        | -      | -           |
            | register-feature-set | p     | p      | -                  | -        | -        | -      | -           |
            | read-secrets         | w     | w      | -                  | -        | -        | -      | -           |
            | suppress-recreates   | w     | -      | -                  | -        | -        | -      | -           |
            | manage-secrets       | w     | -      | -                  | -        | -        | -      | -           |
            | manage-access        | w p f | -      | -                  | -        | -        | -      | -           |
            | delete               | w p f | -      | -                  | -        | -        | -      | -           |
            """;

    private static final Map<NodeKind, String> LETTERS =
            Map.of(NodeKind.WORKSPACE, "w", NodeKind.PROJECT, "p", NodeKind.FEATURE_SET, "f");

    private final MarkdownTable table = MarkdownTable.parse(TABLE);

    @TestFactory
    Stream<DynamicTest> everyCellOfTheTable() {
        return cells(WorkspaceSettings.DEFAULT, false);
    }

    @TestFactory
    Stream<DynamicTest> everyCellWhereViewersReadOffline() {
        return cells(new WorkspaceSettings(true), true);
    }

    private Stream<DynamicTest> cells(WorkspaceSettings settings, boolean viewersReadOffline) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            Action action = Action.parse(row.get("action"));
            for (Role role : Role.values()) {
                for (NodeKind kind : NodeKind.values()) {
                    boolean added = viewersReadOffline && action == Action.READ_OFFLINE;
                    boolean allowed = added || row.get(role.id()).contains(LETTERS.get(kind));
                    tests.add(dynamicTest(
                            role.id() + (allowed ? " may " : " may not ") + action.id() + " on a " + kind.id(),
                            () -> assertThat(role.actionsOn(kind, settings).contains(action))
                                    .isEqualTo(allowed)));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void theTableNamesEveryActionOnceInOrder() {
        assertThat(table.rows().stream().map(row -> row.get("action"))).containsExactlyElementsOf(Action.ids());
    }

    @Test
    void theTableNamesEveryRoleStrongestFirst() {
        assertThat(table.header().stream().skip(1)).containsExactlyElementsOf(Role.ids());
    }

    @TestFactory
    Stream<DynamicTest> anActionAppliesToTheKindsOnWhichAnOwnerHasIt() {
        return table.rows().stream().flatMap(row -> Stream.of(NodeKind.values())
                .map(kind -> dynamicTest(row.get("action") + " on a " + kind.id(), () -> assertThat(
                                Action.parse(row.get("action")).appliesTo(kind))
                        .isEqualTo(row.get("owner").contains(LETTERS.get(kind))))));
    }
}
