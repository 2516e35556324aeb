package io.featureaccess.decisions.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.decisions.Check;
import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.Moment;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Decider;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.InheritedRole;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every expectation of every decision file, held against the pure function. */
class DecisionFilesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TestFactory
    Stream<DynamicContainer> everyFile() {
        return DecisionFile.NAMES.stream().map(name -> {
            DecisionFile file = DecisionFile.load(name);
            return dynamicContainer(name + ": " + file.title(), tests(file));
        });
    }

    private static Stream<DynamicNode> tests(DecisionFile file) {
        World world = World.of(file, NOW);
        Stream<DynamicTest> checks =
                file.checks().stream().map(check -> dynamicTest(check.toString(), () -> assertDecidedAs(check, world)));
        Stream<DynamicTest> sees = file.sees().entrySet().stream()
                .map(entry ->
                        dynamicTest(entry.getKey() + " sees exactly", () -> assertThat(seenBy(entry.getKey(), world))
                                .containsExactlyElementsOf(paths(entry.getValue()))));
        Stream<DynamicTest> holds = file.holds().entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey() + " has roles on exactly", () -> assertThat(heldBy(entry.getKey(), world))
                                .containsExactlyElementsOf(paths(entry.getValue()))));
        return Stream.of(checks, sees, holds).flatMap(tests -> tests);
    }

    private static void assertDecidedAs(Check check, World world) {
        Decision decision = decide(check, world);
        assertThat(decision.permit()).as("%s", decision.reasons()).isEqualTo(check.permit());
        check.because().ifPresent(codes -> assertThat(decision.reasons())
                .extracting(reason -> reason.code().id())
                .containsOnly(codes.toArray(String[]::new)));
        check.wouldDo().ifPresent(grant -> assertThat(decision.smallestGrant()
                        .map(smallest -> smallest.role().id() + " on " + smallest.grantedOn())
                        .orElse("nothing"))
                .isEqualTo(grant));
        check.until().ifPresent(until -> assertThat(
                        decision.until().map(Instant::toString).orElse("never"))
                .isEqualTo(
                        until.equals("never") ? until : Moment.parse(until, NOW).toString()));
    }

    private static Decision decide(Check check, World world) {
        NodePath node = NodePath.parse(check.node());
        Question question =
                new Question(new PrincipalId(check.principal()), Action.parse(check.action()), NodeRef.of(node));
        Facts asker = world.facts(check.principal(), node, NOW);
        Facts facts = check.breakingGlass() ? asker.breakingGlass() : asker;
        return check.askedBy()
                .map(by -> Access.of(world.facts(by, node, NOW)).sees())
                .map(readerSeesNode -> Decider.decide(question, facts, readerSeesNode))
                .orElseGet(() -> Decider.decide(question, facts));
    }

    private static List<NodePath> seenBy(String principal, World world) {
        return world.nodes().stream()
                .filter(path -> Access.of(world.facts(principal, path, NOW)).sees())
                .toList();
    }

    private static List<NodePath> heldBy(String principal, World world) {
        return world.nodes().stream()
                .filter(path -> Access.of(world.facts(principal, path, NOW)).roles().stream()
                        .anyMatch(InheritedRole::counts))
                .toList();
    }

    private static List<NodePath> paths(List<String> texts) {
        return texts.stream().map(NodePath::parse).sorted().toList();
    }

    @Test
    void everyFileIsNamedAndEveryNameIsAFile() throws IOException, URISyntaxException {
        Path folder = Path.of(DecisionFile.class.getResource("/decisions").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(DecisionFile.NAMES.stream()
                            .map(name -> name + ".yaml")
                            .toList());
        }
    }

    @Test
    void theFilesKnowEveryAction() {
        assertThat(DecisionFile.ACTIONS).containsExactlyElementsOf(Action.ids());
    }

    @Test
    void noFileIsWithoutExpectationsOfBothKinds() {
        assertThat(DecisionFile.NAMES).allSatisfy(name -> {
            List<Check> checks = DecisionFile.load(name).checks();
            assertThat(checks).anyMatch(Check::permit).anyMatch(check -> !check.permit());
        });
    }
}
