package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeNodeLists;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What storage answers in realms made by chance is what the rules say about each node, one by one. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RandomWorldsTest {

    private static final int WORLDS = Integer.getInteger("worlds", 10);

    /** Of an action and a kind, for each principal of each world. */
    private static final int SAMPLES = 8;

    private static final List<Optional<Action>> ACTIONS = noneOrOneOf(Action.values());
    private static final List<Optional<NodeKind>> KINDS = noneOrOneOf(NodeKind.values());
    private static final List<String> SEARCHES =
            List.of("a", "A", "b", "a-", "a.b", "a bee", "a/", "b/a", "a-b/b", "_");
    private static final PageRequest ALL = PageRequest.ofFirst(PageRequest.LARGEST);

    @Parameter
    TestDatabase database;

    @Test
    void facts_are_those_of_the_naive_model() {
        worlds().forEach(world -> database.runInTransaction(entities -> {
            FactsReader reader = new SqlFactsReader(entities, world.realm(), world.adminRole());
            Set<NodeRef> refs = new LinkedHashSet<>();
            // Some by path, some by id.
            world.nodes().forEach(node -> refs.add(ref(node)));
            FactsReader.Loaded loaded = reader.read(world.principals(), refs, World.NOW);
            for (PrincipalId principal : world.principals()) {
                for (Node node : world.nodes()) {
                    assertThat(sorted(loaded.about(principal, ref(node))))
                            .isEqualTo(sorted(world.facts(principal, node)));
                }
            }
        }));
    }

    private static NodeRef ref(Node node) {
        return node.id().value().charAt(0) < '8' ? NodeRef.of(node.path()) : NodeRef.of(node.id());
    }

    private static Facts sorted(Facts facts) {
        List<HeldRole> held = new ArrayList<>(facts.held());
        held.sort(Comparator.comparing(HeldRole::toString));
        return new Facts(facts.lineage(), facts.asker(), held, facts.settings(), facts.at());
    }

    @Test
    void visible_nodes_are_those_that_the_decision_shows() {
        worlds().forEach(world -> database.runInTransaction(entities -> {
            SqlNodeLists lists = new SqlNodeLists(entities, world.realm(), world.adminRole());
            for (PrincipalId principal : world.principals()) {
                for (Optional<Node> parent : parents(world)) {
                    Optional<NodeId> id = parent.map(Node::id);
                    for (boolean glass : new boolean[] {false, true}) {
                        assertPages(
                                page -> lists.visible(principal, id, glass, Optional.empty(), page, World.NOW),
                                expectedVisible(world, principal, parent, glass));
                    }
                }
            }
        }));
    }

    @Test
    void found_nodes_are_those_that_the_decision_shows() {
        worlds().forEach(world -> database.runInTransaction(entities -> {
            SqlNodeLists lists = new SqlNodeLists(entities, world.realm(), world.adminRole());
            Random random = new Random(world.nodes().size());
            for (PrincipalId principal : world.principals()) {
                for (boolean glass : new boolean[] {false, true}) {
                    NodeSearch search = new NodeSearch(pick(random, SEARCHES));
                    assertPages(
                            page -> lists.found(principal, search, glass, page, World.NOW),
                            expectedFound(world, principal, search, glass));
                }
            }
        }));
    }

    private static List<Node> expectedFound(World world, PrincipalId principal, NodeSearch search, boolean glass) {
        return world.nodes().stream()
                .filter(node -> FakeNodeLists.foundBy(node, search).isPresent())
                .filter(node -> {
                    Facts facts = world.facts(principal, node);
                    return Access.of(glass ? facts.breakingGlass() : facts).sees();
                })
                .sorted(Comparator.comparing((Node node) ->
                                FakeNodeLists.foundBy(node, search).orElseThrow())
                        .thenComparing(node -> node.path().toString()))
                .toList();
    }

    private static List<Optional<Node>> parents(World world) {
        return Stream.concat(
                        Stream.of(Optional.<Node>empty()),
                        world.nodes().stream().map(Optional::of))
                .toList();
    }

    private static List<Node> expectedVisible(
            World world, PrincipalId principal, Optional<Node> parent, boolean glass) {
        return world.nodes().stream()
                .filter(node -> world.parentOf(node).equals(parent))
                .filter(node -> {
                    Facts facts = world.facts(principal, node);
                    return Access.of(glass ? facts.breakingGlass() : facts).sees();
                })
                .toList();
    }

    @Test
    void permitted_nodes_are_those_on_which_counting_roles_permit() {
        worlds().forEach(world -> database.runInTransaction(entities -> {
            SqlNodeLists lists = new SqlNodeLists(entities, world.realm(), world.adminRole());
            Random random = new Random(world.nodes().size());
            for (PrincipalId principal : world.principals()) {
                for (int i = 0; i < SAMPLES; i++) {
                    Optional<Action> action = pick(random, ACTIONS);
                    Optional<NodeKind> kind = pick(random, KINDS);
                    assertPages(
                            page -> lists.permitted(principal, action, kind, Optional.empty(), page, World.NOW),
                            expectedPermitted(world, principal, action, kind, Optional.empty()));
                }
            }
        }));
    }

    @Test
    void permitted_nodes_under_a_path_are_it_and_what_lies_below() {
        worlds().limit(2)
                .forEach(world -> database.runInTransaction(entities -> {
                    SqlNodeLists lists = new SqlNodeLists(entities, world.realm(), world.adminRole());
                    for (PrincipalId principal : world.principals()) {
                        for (Node node : world.nodes()) {
                            Optional<NodePath> under = Optional.of(node.path());
                            assertPages(
                                    page -> lists.permitted(
                                            principal, Optional.empty(), Optional.empty(), under, page, World.NOW),
                                    expectedPermitted(world, principal, Optional.empty(), Optional.empty(), under));
                        }
                    }
                }));
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<Optional<T>> noneOrOneOf(T[] values) {
        return Stream.concat(
                        Stream.of(Optional.<T>empty()), Arrays.stream(values).map(Optional::of))
                .toList();
    }

    private static List<Node> expectedPermitted(
            World world,
            PrincipalId principal,
            Optional<Action> action,
            Optional<NodeKind> kind,
            Optional<NodePath> under) {
        return world.nodes().stream()
                .filter(node -> kind.map(node.kind()::equals).orElse(true))
                .filter(node ->
                        under.map(path -> node.path().lineage().contains(path)).orElse(true))
                .filter(node -> {
                    Facts facts = world.facts(principal, node);
                    return Access.of(facts).countingRoles().stream()
                            .flatMap(role -> role.actionsOn(node.kind(), facts.settings()).stream())
                            .anyMatch(permitted -> action.map(permitted::equals).orElse(true));
                })
                .toList();
    }

    private interface Pages {
        List<Node> read(PageRequest page);
    }

    /** The whole, and a page from its midst. */
    private static void assertPages(Pages pages, List<Node> expected) {
        assertThat(pages.read(ALL)).isEqualTo(expected);
        if (expected.size() > 2) {
            int first = expected.size() / 2;
            assertThat(pages.read(new PageRequest(first, 2)))
                    .isEqualTo(expected.subList(first, Math.min(first + 2, expected.size())));
        }
    }

    private Stream<World> worlds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(WORLDS).map(seed -> RandomWorld.make(database, seed));
    }
}
