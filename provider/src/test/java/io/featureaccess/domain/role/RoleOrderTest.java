package io.featureaccess.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.support.MarkdownTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** owner ⊃ editor ⊃ { operator ⊃ viewer ; sensitive-consumer ⊃ consumer ⊃ { viewer ; data-reader } }. */
class RoleOrderTest {

    /** A row's role implies a column's role where there is a cross. */
    private static final String IMPLIES = """
            |                    | owner | editor | sensitive-consumer | consumer | operator | viewer | data-reader |
            |--------------------|-------|--------|--------------------|----------|----------|--------|-------------|
            | owner              | x     | x      | x                  | x        | x        | x      | x           |
            | editor             |       | x      | x                  | x        | x        | x      | x           |
            | sensitive-consumer |       |        | x                  | x        |          | x      | x           |
            | consumer           |       |        |                    | x        |          | x      | x           |
            | operator           |       |        |                    |          | x        | x      |             |
            | viewer             |       |        |                    |          |          | x      |             |
            | data-reader        |       |        |                    |          |          |        | x           |
            """;

    @TestFactory
    Stream<DynamicTest> everyPair() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : MarkdownTable.parse(IMPLIES).rows()) {
            Role stronger = Role.parse(row.get(""));
            for (Role weaker : Role.values()) {
                boolean implied = row.get(weaker.id()).equals("x");
                tests.add(dynamicTest(
                        stronger.id() + (implied ? " implies " : " does not imply ") + weaker.id(),
                        () -> assertThat(stronger.implies(weaker)).isEqualTo(implied)));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> oneRoleImpliesAnotherExactlyWhenItsActionsContainTheOthers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (boolean offline : new boolean[] {false, true}) {
            WorkspaceSettings settings = new WorkspaceSettings(offline);
            for (Role one : Role.values()) {
                for (Role other : Role.values()) {
                    tests.add(dynamicTest(one.id() + " and " + other.id() + ", " + settings, () -> {
                        boolean contains = Arrays.stream(NodeKind.values())
                                .allMatch(kind ->
                                        one.actionsOn(kind, settings).containsAll(other.actionsOn(kind, settings)));
                        assertThat(one.implies(other)).isEqualTo(contains);
                    }));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void roleNamesAreListedStrongestFirst() {
        assertThat(Role.ids())
                .containsExactly(
                        "owner", "editor", "sensitive-consumer", "consumer", "operator", "viewer", "data-reader");
    }

    @ParameterizedTest
    @CsvSource({
        "owner,              consumer",
        "editor,             consumer",
        "sensitive-consumer, consumer",
        "consumer,           consumer",
        "operator,           viewer",
        "viewer,             viewer",
        "data-reader,        data-reader",
    })
    void aGrantOnAFeatureSetPresupposesARoleOnTheProject(String role, String onProject) {
        assertThat(Role.parse(role).presupposedOnProject()).isEqualTo(Role.parse(onProject));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "editor", "sensitive-consumer", "consumer", "operator", "viewer", "data-reader"})
    void aRoleIsReadAsItIsWritten(String id) {
        assertThat(Role.parse(id).id()).isEqualTo(id);
    }
}
