package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same question about another principal, on the same connection, is about that principal. */
class RepeatedQuestionsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachIsFoundAndNotTheOneBefore(TestDatabase database) {
        People people = People.inNewRealm(database);
        List<PrincipalId> asked = Stream.of("ann", "ben", "cem")
                .map(people::user)
                .map(PrincipalId::new)
                .toList();

        database.runInTransaction(entities -> {
            SqlDirectory directory = new SqlDirectory(entities, people.realm(), "");
            asked.forEach(id -> assertThat(directory.find(Set.of(id))).containsOnlyKeys(id));
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void factsAreThoseOfTheOneWhoIsAskedAbout(TestDatabase database) {
        People people = People.inNewRealm(database);
        PrincipalId ann = new PrincipalId(people.user("ann"));
        PrincipalId ben = new PrincipalId(people.user("ben"));
        people.enable(ben.value(), false);
        NodeRef node = NodeRef.of(NodePath.parse("fraud"));

        database.runInTransaction(entities -> {
            SqlFactsReader reader = new SqlFactsReader(entities, people.realm(), "");
            for (PrincipalId asked : List.of(ann, ben, ann)) {
                boolean enabled = reader.read(Set.of(asked), Set.of(node), NOW)
                        .about(asked, node)
                        .asker()
                        .enabled();
                assertThat(enabled).isEqualTo(asked.equals(ann));
            }
        });
    }
}
