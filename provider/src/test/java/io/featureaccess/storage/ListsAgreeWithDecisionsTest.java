package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.NodeLists;
import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.world.World;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A list shows exactly the nodes on which single decisions say so, in path order. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
record ListsAgreeWithDecisionsTest(TestDatabase database) {

    private static final int PAGE = 4;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** One for each role that is the smallest of some action, and those that only one kind of node has. */
    private static final List<Action> TELLING = List.of(
            Action.VIEW,
            Action.READ_ONLINE,
            Action.READ_OFFLINE,
            Action.READ_SENSITIVE,
            Action.MANAGE_JOBS,
            Action.UPDATE,
            Action.DELETE,
            Action.APPLY,
            Action.REGISTER_FEATURE_SET);

    static Stream<String> files() {
        return DecisionFile.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theListsOfADecisionFileAgree(String name) {
        new Comparison(DecisionFile.load(name)).run();
    }

    private final class Comparison {

        private final World world;
        private final StoredWorld stored;

        Comparison(DecisionFile file) {
            this.world = World.of(file, NOW);
            this.stored = StoredWorld.of(database, file, NOW);
        }

        void run() {
            database.runInTransaction(entities -> {
                NodeLists lists = stored.lists(entities);
                stored.principals().forEach((reference, id) -> {
                    compareVisible(lists, reference, id, false);
                    compareVisible(lists, reference, id, true);
                    compareFound(lists, reference, id, false);
                    compareFound(lists, reference, id, true);
                    comparePermitted(lists, reference, id);
                });
            });
        }

        private void compareVisible(NodeLists lists, String reference, PrincipalId id, boolean glassBroken) {
            List<NodePath> parents = world.nodes().stream()
                    .filter(path -> path.kind() != NodeKind.FEATURE_SET)
                    .toList();
            for (NodePath parent : parents) {
                Optional<NodeId> of = Optional.of(stored.nodeId(parent));
                assertThat(paged(page -> lists.visible(id, of, glassBroken, Optional.empty(), page, NOW)))
                        .as("%s below %s, glass broken: %s", reference, parent, glassBroken)
                        .isEqualTo(expected(reference, glassBroken, Access::sees, path -> path.parent()
                                .equals(Optional.of(parent))));
                assertThat(paged(page -> lists.visible(id, of, glassBroken, Optional.of("A"), page, NOW)))
                        .as(
                                "%s below %s with an a in the path, which is the display name here, glass broken: %s",
                                reference, parent, glassBroken)
                        .isEqualTo(expected(
                                reference,
                                glassBroken,
                                Access::sees,
                                path -> path.parent().equals(Optional.of(parent))
                                        && path.toString().contains("a")));
            }
            assertThat(paged(page -> lists.visible(id, Optional.empty(), glassBroken, Optional.empty(), page, NOW)))
                    .as("workspaces of %s, glass broken: %s", reference, glassBroken)
                    .isEqualTo(
                            expected(reference, glassBroken, Access::sees, path -> path.kind() == NodeKind.WORKSPACE));
        }

        /** By the first letters of names and of paths, which are the display names here; and by a path. */
        private void compareFound(NodeLists lists, String reference, PrincipalId id, boolean glassBroken) {
            Set<String> texts = world.nodes().stream()
                    .map(path -> path.name().substring(0, 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            texts.add(world.nodes().get(0) + "/");
            for (String text : texts) {
                assertThat(paged(page -> lists.found(id, new NodeSearch(text), glassBroken, page, NOW)))
                        .as("what begins with %s for %s, glass broken: %s", text, reference, glassBroken)
                        .isEqualTo(
                                expected(reference, glassBroken, Access::sees, path -> foundBy(path, text)
                                                .isPresent())
                                        .stream()
                                        .sorted(Comparator.comparing((NodePath path) ->
                                                        foundBy(path, text).orElseThrow())
                                                .thenComparing(NodePath::toString))
                                        .toList());
            }
        }

        private static Optional<String> foundBy(NodePath path, String text) {
            return Stream.of(path.toString(), path.name())
                    .filter(key -> key.startsWith(text))
                    .min(Comparator.naturalOrder());
        }

        private void comparePermitted(NodeLists lists, String reference, PrincipalId id) {
            for (Action action : TELLING) {
                assertThat(permitted(lists, id, Optional.of(action), Optional.empty(), Optional.empty()))
                        .as("%s %s", reference, action)
                        .isEqualTo(expectedByRole(reference, Optional.of(action), path -> true));
            }
            assertThat(permitted(lists, id, Optional.empty(), Optional.empty(), Optional.empty()))
                    .as("%s, any action", reference)
                    .isEqualTo(expectedByRole(reference, Optional.empty(), path -> true));
            for (NodeKind kind : NodeKind.values()) {
                assertThat(permitted(lists, id, Optional.of(Action.READ_ONLINE), Optional.of(kind), Optional.empty()))
                        .as("%s, %s only", reference, kind)
                        .isEqualTo(expectedByRole(
                                reference, Optional.of(Action.READ_ONLINE), path -> path.kind() == kind));
            }
            for (NodePath under : world.nodes().subList(0, 3)) {
                assertThat(permitted(lists, id, Optional.empty(), Optional.empty(), Optional.of(under)))
                        .as("%s under %s", reference, under)
                        .isEqualTo(expectedByRole(reference, Optional.empty(), path -> path.lineage()
                                .contains(under)));
            }
        }

        private List<NodePath> permitted(
                NodeLists lists,
                PrincipalId id,
                Optional<Action> action,
                Optional<NodeKind> kind,
                Optional<NodePath> under) {
            return paged(page -> lists.permitted(id, action, kind, under, page, NOW));
        }

        private List<NodePath> expectedByRole(String reference, Optional<Action> action, Predicate<NodePath> among) {
            return world.nodes().stream()
                    .filter(among)
                    .filter(path -> byRole(world.facts(reference, path, NOW), action))
                    .toList();
        }

        private boolean byRole(Facts facts, Optional<Action> action) {
            NodeKind kind = facts.node().orElseThrow().kind();
            return Access.of(facts).countingRoles().stream()
                    .anyMatch(role -> action.isEmpty()
                            || role.actionsOn(kind, facts.settings()).contains(action.get()));
        }

        private List<NodePath> expected(
                String reference, boolean glassBroken, Predicate<Access> wanted, Predicate<NodePath> among) {
            return world.nodes().stream()
                    .filter(among)
                    .filter(path -> {
                        Facts facts = world.facts(reference, path, NOW);
                        return wanted.test(Access.of(glassBroken ? facts.breakingGlass() : facts));
                    })
                    .toList();
        }
    }

    /** Read four at a time, so that pages must join without a gap. */
    private static List<NodePath> paged(Function<PageRequest, List<Node>> list) {
        List<NodePath> all = new ArrayList<>();
        List<Node> page;
        do {
            page = list.apply(new PageRequest(all.size(), PAGE));
            page.forEach(node -> all.add(node.path()));
        } while (page.size() == PAGE);
        return all;
    }
}
