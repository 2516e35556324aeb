package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.world.World;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.InheritedRole;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables say of the world of a decision file is what is true of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
record StorageAgreesWithTheModelTest(TestDatabase database) {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    static Stream<String> files() {
        return DecisionFile.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFactsOfADecisionFileAreThoseOfItsWorld(String name) {
        assertThatFactsAgree(DecisionFile.load(name));
    }

    private void assertThatFactsAgree(DecisionFile file) {
        World world = World.of(file, NOW);
        StoredWorld stored = StoredWorld.of(database, file, NOW);
        List<NodePath> paths = Stream.concat(world.nodes().stream(), Stream.of(NodePath.parse("no/such/node")))
                .toList();
        Set<NodeRef> refs = new HashSet<>();
        paths.forEach(path -> refs.add(NodeRef.of(path)));
        database.runInTransaction(entities -> {
            FactsReader.Loaded loaded = stored.facts(entities)
                    .read(new HashSet<>(stored.principals().values()), refs, NOW);
            stored.principals()
                    .forEach((reference, id) -> paths.forEach(path -> {
                        Facts expected = world.facts(reference, path, NOW);
                        Facts actual = loaded.about(id, NodeRef.of(path));
                        assertThat(Seen.of(actual))
                                .as("%s on %s", reference, path)
                                .isEqualTo(Seen.of(expected));
                    }));
        });
    }

    /** All of the facts but the ids. */
    private record Seen(
            List<String> nodes, Facts.Asker asker, boolean viewersReadOffline, Set<String> held, Access access) {

        static Seen of(Facts facts) {
            Access access = Access.of(facts);
            List<String> nodes = facts.lineage().stream()
                    .map(node -> node.path() + " " + node.secret() + " " + node.locked())
                    .toList();
            Set<String> held = new HashSet<>();
            access.roles().forEach(role -> held.add(describe(role)));
            Access withoutIds = new Access(List.of(), access.actions(), access.unlocked(), access.adminPowers());
            return new Seen(nodes, facts.asker(), facts.settings().viewersReadOffline(), held, withoutIds);
        }

        private static String describe(InheritedRole role) {
            return role.source().level() + " " + role.source().role() + " "
                    + role.source().via() + " " + role.source().expiresAt() + " " + role.inheritedAs() + " "
                    + role.sleep();
        }
    }
}
