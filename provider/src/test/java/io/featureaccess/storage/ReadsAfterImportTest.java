package io.featureaccess.storage;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether it is the first import of all or one among many, and whether PostgreSQL has counted its rows yet or not, a read goes
 * through what somebody holds and not through what is there: PostgreSQL takes a realm and a principal for rare values, or for
 * those to which everything belongs.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReadsAfterImportTest {

    private static final int OF_OTHERS = 10_000;
    private static final int HELD_BY_MANY = 600;
    private static final int HELD_BY_FEW = 10;
    private static final int ENOUGH = 100;

    /** What is held gone through some times. */
    private static final long MOST_ROWS = 20 * HELD_BY_MANY;

    /** H2 goes through it for each subquery, and shows most of them more than once in its plans. */
    private static final long MOST_ROWS_ON_H2 = 100 * HELD_BY_MANY;

    /** When rows were last counted. */
    private enum Counted {
        NEVER,
        BEFORE_IMPORT,
        AFTER_IMPORT
    }

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId many;
    private PrincipalId few;
    private Node project;

    @Test
    void nothing_is_looked_for_among_all_that_is_there() {
        assertSoftly(softly -> {
            for (int ofOthers : new int[] {0, OF_OTHERS}) {
                states().forEach(counted -> rows(ofOthers, counted).forEach((what, rows) -> softly.assertThat(rows)
                        .as("%s, beside %d feature sets of others, counted: %s", what, ofOthers, counted)
                        .isBetween(1L, mostRows())));
            }
        });
    }

    private long mostRows() {
        return database == TestDatabase.H2 ? MOST_ROWS_ON_H2 : MOST_ROWS;
    }

    private Stream<Counted> states() {
        return database.countsByItself() ? Stream.of(Counted.AFTER_IMPORT) : Arrays.stream(Counted.values());
    }

    private Map<String, Long> rows(int ofOthers, Counted counted) {
        database.startAnew();
        if (ofOthers > 0) {
            World others = new World(database);
            new BulkStore(database, others.realm(), others.user("maker")).growUncountedTo(ofOthers);
        }
        if (counted == Counted.BEFORE_IMPORT) {
            database.countRows();
        }
        makeWorld();
        if (counted == Counted.AFTER_IMPORT) {
            database.countRows();
        }
        try (Plans plans = new Plans(database)) {
            return plans.rows(readings());
        }
    }

    private void makeWorld() {
        world = new World(database);
        many = world.user("many");
        few = world.user("few");
        world.workspace("w", true, false);
        project = world.project("w/p", false, false);
        world.grant(many, Role.EDITOR, project);
        for (int i = 0; i < HELD_BY_MANY; i++) {
            Node featureSet = world.featureSet("w/p/f%03d".formatted(i), false);
            world.grant(many, Role.VIEWER, featureSet);
            if (i < HELD_BY_FEW) {
                world.grant(few, Role.DATA_READER, featureSet);
            }
        }
    }

    private Map<String, Consumer<EntityManager>> readings() {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        Map.of("few", few, "many", many).forEach((who, principal) -> {
            readings.put("roles in a token of " + who, entities -> tokenOf(entities, principal));
            readings.put("decision about " + who, entities -> decide(entities, principal));
            readings.put("all permitted to " + who, entities -> all(entities, principal));
            readings.put("what may be viewed by " + who, entities -> viewable(entities, principal));
            readings.put("what is seen by " + who, entities -> seen(entities, principal));
            readings.put("held by " + who, entities -> held(entities, principal));
            List.of("f0", "the f0", "w/p/f0")
                    .forEach(text -> readings.put(
                            "found for " + text + " by " + who, entities -> found(entities, principal, text)));
        });
        return readings;
    }

    private void tokenOf(EntityManager entities, PrincipalId principal) {
        new SqlHeldRoles(entities, world.realm(), world.adminRole()).read(principal, ENOUGH, World.NOW);
    }

    private void decide(EntityManager entities, PrincipalId principal) {
        Set<NodeRef> nodes = Set.of(NodeRef.of(world.nodes().get(2).path()));
        new SqlFactsReader(entities, world.realm(), world.adminRole()).read(Set.of(principal), nodes, World.NOW);
    }

    private void all(EntityManager entities, PrincipalId principal) {
        PageRequest largest = PageRequest.ofFirst(PageRequest.LARGEST);
        lists(entities).permitted(principal, Optional.empty(), Optional.empty(), Optional.empty(), largest, World.NOW);
    }

    private void viewable(EntityManager entities, PrincipalId principal) {
        Optional<NodeKind> kind = Optional.of(NodeKind.FEATURE_SET);
        PageRequest page = PageRequest.ofFirst(20);
        lists(entities).permitted(principal, Optional.of(Action.VIEW), kind, Optional.empty(), page, World.NOW);
    }

    private void seen(EntityManager entities, PrincipalId principal) {
        PageRequest page = PageRequest.ofFirst(20);
        lists(entities).visible(principal, Optional.of(project.id()), false, Optional.empty(), page, World.NOW);
    }

    private void held(EntityManager entities, PrincipalId principal) {
        new SqlGrants(entities, world.realm()).heldBy(principal, principal, false, PageRequest.ofFirst(20), World.NOW);
    }

    private void found(EntityManager entities, PrincipalId principal, String text) {
        lists(entities).found(principal, new NodeSearch(text), false, PageRequest.ofFirst(20), World.NOW);
    }

    private SqlNodeLists lists(EntityManager entities) {
        return new SqlNodeLists(entities, world.realm(), world.adminRole());
    }
}
