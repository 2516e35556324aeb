package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlDirectoryTest {

    @Parameter
    TestDatabase database;

    private People people;

    @BeforeEach
    void aRealm() {
        people = People.inNewRealm(database);
    }

    /** H2 keeps what a subquery answered for as long as it thinks that the parameters are the same. */
    @Test
    void one_after_the_other_is_found_by_the_same_connection() {
        List<String> ids = List.of(
                people.user("alice"), people.user("bob"), people.group("teams"), people.serviceAccount("pipeline"));

        database.runInTransaction(entities -> {
            for (int round = 0; round < 3; round++) {
                for (String id : ids) {
                    Directory directory = new SqlDirectory(entities, people.realm(), "");
                    PrincipalId wanted = new PrincipalId(id);

                    assertThat(directory.find(Set.of(wanted))).containsOnlyKeys(wanted);
                }
            }
        });
    }

    @Test
    void groups_of_one_after_the_other_are_their_own() {
        String alice = people.user("alice");
        String bob = people.user("bob");
        String teams = people.group("teams");
        people.join(alice, people.subgroup(teams, "fraud"));

        database.runInTransaction(entities -> {
            Directory directory = new SqlDirectory(entities, people.realm(), "");

            assertThat(directory.groupsOf(new PrincipalId(alice))).containsExactly("/teams/fraud");
            assertThat(directory.groupsOf(new PrincipalId(bob))).isEmpty();
            assertThat(directory.groupsOf(new PrincipalId(alice))).containsExactly("/teams/fraud");
        });
    }

    @Test
    void who_is_not_of_the_realm_is_not_found() {
        String elsewhere = People.inNewRealm(database).user("eve");
        String alice = people.user("alice");

        database.runInTransaction(entities -> {
            Directory directory = new SqlDirectory(entities, people.realm(), "");

            assertThat(directory.find(Set.of(new PrincipalId(elsewhere), new PrincipalId(alice), new PrincipalId("x"))))
                    .extractingByKey(new PrincipalId(alice))
                    .extracting(Principal::name)
                    .isEqualTo("alice");
            assertThat(directory.find(Set.of(new PrincipalId(elsewhere)))).isEmpty();
        });
    }
}
