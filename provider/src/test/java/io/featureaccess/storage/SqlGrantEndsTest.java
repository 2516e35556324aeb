package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.GrantEnds.EndingGrant;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants whose end comes, as the databases have them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlGrantEndsTest {

    private static final Instant NOW = World.NOW;

    @Parameter
    TestDatabase database;

    private World world;

    @BeforeEach
    void aRealm() {
        world = new World(database);
    }

    @Test
    void an_end_is_told_once_and_a_new_end_once_more() {
        Node workspace = world.workspace("w", true, false);
        PrincipalId bob = world.user("bob");
        Instant end = NOW.plus(Duration.ofDays(2));
        Grant grant = world.grant(bob, Role.VIEWER, GrantTarget.node(workspace.id()), Optional.of(end));
        world.grant(bob, Role.EDITOR, GrantTarget.node(workspace.id()), Optional.of(NOW.plus(Duration.ofDays(9))));
        world.grant(bob, Role.OPERATOR, GrantTarget.node(workspace.id()), Optional.of(NOW));

        assertThat(untold()).extracting(coming -> coming.grant().id()).containsExactly(grant.id());
        assertThat(untold()).extracting(coming -> coming.holder().reference()).containsExactly("user:bob");
        database.runInTransaction(entities -> new SqlGrantEnds(entities, world.realm()).told(Set.of(grant.id())));
        assertThat(untold()).isEmpty();
        assertThat(tellAgain(grant.id())).isTrue();

        database.runInTransaction(entities -> new SqlGrants(entities, world.realm())
                .changeEnds(List.of(grant.ending(Optional.of(end.minusSeconds(60)), Optional.empty())), NOW));
        assertThat(untold()).hasSize(1);
    }

    private List<EndingGrant> untold() {
        return database.inTransaction(
                entities -> new SqlGrantEnds(entities, world.realm()).untold(NOW, NOW.plus(Duration.ofDays(3)), 10));
    }

    /** Whether a second server that tells of the same is refused. */
    private boolean tellAgain(GrantId id) {
        try {
            database.runInTransaction(entities -> new SqlGrantEnds(entities, world.realm()).told(Set.of(id)));
            return false;
        } catch (DomainProblem refused) {
            return true;
        }
    }

    @Test
    void an_end_that_has_come_is_recorded_once_and_names_the_node_as_it_is_hidden() {
        world.workspace("w", true, false);
        world.project("w/vault", true, false);
        Node keys = world.featureSet("w/vault/keys", false);
        PrincipalId group = world.group("/analysts");
        Grant ended = world.grant(group, Role.OWNER, GrantTarget.node(keys.id()), Optional.of(NOW));
        world.grant(group, Role.VIEWER, GrantTarget.allWorkspaces(), Optional.of(NOW.plusNanos(1000)));

        List<EndingGrant> found = unrecorded();
        assertThat(found).extracting(EndingGrant::grant).containsExactly(ended);
        assertThat(found.get(0).holder().reference()).isEqualTo("group:/analysts");
        assertThat(found.get(0).node().orElseThrow().path()).isEqualTo(keys.path());
        assertThat(found.get(0).node().orElseThrow().secret()).isTrue();
        assertThat(due()).contains(world.realm());

        database.runInTransaction(
                entities -> new SqlGrantEnds(entities, world.realm()).recorded(Set.of(ended.id()), NOW));
        assertThat(unrecorded()).isEmpty();
        assertThat(due()).doesNotContain(world.realm());
    }

    private List<EndingGrant> unrecorded() {
        return database.inTransaction(entities -> new SqlGrantEnds(entities, world.realm()).unrecorded(NOW, 10));
    }

    private List<String> due() {
        return database.inTransaction(entities -> new DueRealms(entities).endsUnrecorded(NOW));
    }
}
