package io.featureaccess.decisions.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.domain.decision.Reason;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import io.featureaccess.support.MarkdownTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages about decisions say what the code does. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Set<Reason.Code> PERMITTING =
            Set.of(Reason.Code.ROLE, Reason.Code.UNLOCKED, Reason.Code.ADMIN, Reason.Code.BREAK_GLASS);

    @Test
    void theTableOfRolesIsTheCodes() {
        MarkdownTable table = table("roles");

        assertThat(table.header().subList(1, table.header().size())).isEqualTo(Role.ids());
        assertThat(table.rows()).extracting(row -> row.get("action")).isEqualTo(Action.ids());
        for (Map<String, String> row : table.rows()) {
            for (Role role : Role.values()) {
                assertThat(row.get(role.id()))
                        .as("%s of %s", row.get("action"), role.id())
                        .isEqualTo(kinds(role, Action.parse(row.get("action"))));
            }
        }
    }

    private static String kinds(Role role, Action action) {
        String kinds = Arrays.stream(NodeKind.values())
                .filter(kind -> role.actionsOn(kind).contains(action))
                .map(kind -> kind.id().substring(0, 1))
                .collect(Collectors.joining(" "));
        return kinds.isEmpty() ? "-" : kinds;
    }

    @Test
    void theTableOfSleepingGrantsIsTheCodes() {
        MarkdownTable table = table("presupposes");
        Map<String, String> documented = table.rows().stream()
                .flatMap(row -> Stream.of(row.get(table.header().get(0)).split(", "))
                        .map(role -> Map.entry(role, row.get(table.header().get(1)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(documented)
                .isEqualTo(Arrays.stream(Role.values())
                        .collect(Collectors.toMap(
                                Role::id, role -> role.presupposedOnProject().id())));
    }

    @Test
    void theTableOfReasonsHasEveryCode() {
        List<Map<String, String>> rows = table("reasons").rows();

        assertThat(rows)
                .extracting(row -> row.get("code"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.Code.values()).map(Reason.Code::id).toList());
        assertThat(rows.stream()
                        .filter(row -> row.get("permits?").equals("yes"))
                        .map(row -> row.get("code")))
                .containsExactlyInAnyOrderElementsOf(
                        PERMITTING.stream().map(Reason.Code::id).toList());
    }

    @Test
    void everyScenarioHasItsRecipe() {
        List<String> scenarios = DecisionFile.NAMES.stream()
                .filter(name -> name.startsWith("scenario-"))
                .map(name -> name.substring("scenario-".length()))
                .toList();

        assertThat(scenarios).isNotEmpty().allSatisfy(scenario -> {
            String recipe = read("recipes/" + scenario + ".md");
            assertThat(recipe).contains("decisions/scenario-" + scenario + ".yaml");
            assertThat(read("recipes/README.md")).contains("(" + scenario + ".md)");
            assertThat(grantsIn(recipe)).as(scenario).isEqualTo(grantsOf(DecisionFile.load("scenario-" + scenario)));
        });
    }

    /** The table at a recipe's top says the grants: principals down, nodes across. */
    private static Set<String> grantsIn(String recipe) {
        MarkdownTable table = MarkdownTable.parse(recipe);
        return table.rows().stream()
                .flatMap(row -> table.header().stream()
                        .skip(1)
                        .filter(node -> !row.get(node).isEmpty())
                        .map(node -> row.get("principal").split(",")[0] + " " + row.get(node) + " " + node))
                .collect(Collectors.toSet());
    }

    private static Set<String> grantsOf(DecisionFile file) {
        return file.grants().stream()
                .map(grant -> grant.principal() + " " + grant.role() + " " + grant.on())
                .collect(Collectors.toSet());
    }

    private static MarkdownTable table(String name) {
        Pattern section = Pattern.compile("<!-- " + name + ": begin -->(.*)<!-- " + name + ": end -->", Pattern.DOTALL);
        String text = section.matcher(read("decisions.md"))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return MarkdownTable.parse(text);
    }

    private static String read(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
