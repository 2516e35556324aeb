package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlTransfersTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00.123456Z");

    @Parameter
    private TestDatabase database;

    private People people;
    private PrincipalId alice;
    private PrincipalId team;

    @BeforeEach
    void aRealm() {
        people = People.inNewRealm(database);
        alice = new PrincipalId(people.user("alice"));
        team = new PrincipalId(people.group("team"));
    }

    @Test
    void whatIsAddedIsCopiedInTheOrderOfCharactersEachNodeWithItsGrants() {
        // By the rules of a language, a hyphen would come after a slash, or nowhere.
        List<Node> nodes = nodes("a", "a-b", "a.b", "a/b", "a/b-c", "a/b/x", "ab");
        List<Grant> grants = List.of(
                grant(GrantTarget.allWorkspaces(), team, Role.VIEWER),
                grant(GrantTarget.node(nodes.get(0).id()), alice, Role.OWNER),
                grant(GrantTarget.node(nodes.get(5).id()), team, Role.CONSUMER));
        add(nodes, grants);

        List<Object> copied = copy(true);
        assertThat(copied)
                .containsExactly(
                        grants.get(0),
                        nodes.get(0),
                        grants.get(1),
                        nodes.get(1),
                        nodes.get(2),
                        nodes.get(3),
                        nodes.get(4),
                        nodes.get(5),
                        grants.get(2),
                        nodes.get(6));
    }

    @Test
    void aSecretProjectIsLeftOutWithAllBelowIt() {
        List<Node> nodes = new ArrayList<>(nodes("a", "a/open", "a/open/x", "a/secret", "a/secret/y"));
        nodes.set(2, nodes.get(2).with(new NodeTraits.FeatureSet(true, List.of())));
        nodes.set(3, nodes.get(3).with(new NodeTraits.Project(true, false)));
        add(nodes, List.of(grant(GrantTarget.node(nodes.get(4).id()), alice, Role.OWNER)));

        assertThat(copy(false)).containsExactly(nodes.get(0), nodes.get(1));
        assertThat(read(transfers -> transfers.secretNodes(Optional.empty(), 10)))
                .containsExactly(nodes.get(2), nodes.get(3));
        assertThat(read(transfers ->
                        transfers.secretNodes(Optional.of(nodes.get(2).path()), 10)))
                .containsExactly(nodes.get(3));
    }

    @Test
    void aRealmsCopyHasNothingOfAnother() {
        add(nodes("a"), List.of());
        people = People.inNewRealm(database);

        assertThat(copy(true)).isEmpty();
        assertThat(read(transfers -> transfers.atPaths(Set.of(NodePath.parse("a")))))
                .isEmpty();
    }

    @Test
    void anIdIsTakenWhereverItIsUsedOrWas() {
        List<Node> nodes = nodes("a", "b");
        Grant grant = grant(GrantTarget.node(nodes.get(0).id()), alice, Role.VIEWER);
        add(nodes, List.of(grant));
        database.runInTransaction(entities ->
                new SqlNodes(entities, people.realm()).delete(NodePath.parse("b"), NOW.plusSeconds(60), World.DELETED));
        people = People.inNewRealm(database);

        assertThat(read(transfers -> transfers.takenNodeIds(
                        Set.of(nodes.get(0).id(), nodes.get(1).id(), new NodeId("free")))))
                .containsExactlyInAnyOrder(nodes.get(0).id(), nodes.get(1).id());
        assertThat(read(transfers -> transfers.takenGrantIds(Set.of(grant.id(), new GrantId("free")))))
                .containsExactly(grant.id());
    }

    @Test
    void aDeletedNodesPathIsReservedForItsTimeAndThenGivenAway() {
        add(nodes("a"), List.of());
        NodePath path = NodePath.parse("a");
        database.runInTransaction(
                entities -> new SqlNodes(entities, people.realm()).delete(path, NOW.plusSeconds(60), World.DELETED));

        assertThat(read(transfers -> transfers.reserved(Set.of(path), NOW.plusSeconds(59))))
                .containsExactly(path);
        assertThat(read(transfers -> transfers.reserved(Set.of(path), NOW.plusSeconds(60))))
                .isEmpty();
        List<Node> again = nodes("a");
        add(again, List.of());
        assertThat(copy(true)).containsExactly(again.get(0));
    }

    @Test
    void changesOfNodesAndGrantsAreWritten() {
        List<Node> nodes = nodes("a", "a/b");
        Grant grant = grant(GrantTarget.node(nodes.get(1).id()), alice, Role.VIEWER);
        add(nodes, List.of(grant));
        Node changed = nodes.get(1).described("New", "words").with(new NodeTraits.Project(true, true));
        Grant ended = grant.ending(Optional.of(NOW), Optional.of("enough"));
        run(transfers -> {
            transfers.updateNodes(List.of(changed));
            transfers.updateGrants(List.of(ended), NOW);
        });

        List<Object> copied = copy(true);
        assertThat(copied).hasSize(3).contains(ended);
        assertThat((Node) copied.get(1))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(changed);
    }

    @Test
    void grantsAreFoundByPlaceAndPrincipal() {
        List<Node> nodes = nodes("a", "b");
        GrantTarget a = GrantTarget.node(nodes.get(0).id());
        Grant mine = grant(a, alice, Role.VIEWER);
        Grant teams = grant(a, team, Role.VIEWER);
        Grant elsewhere = grant(GrantTarget.node(nodes.get(1).id()), alice, Role.VIEWER);
        Grant everywhere = grant(GrantTarget.allWorkspaces(), alice, Role.OPERATOR);
        add(nodes, List.of(mine, teams, elsewhere, everywhere));

        assertThat(read(transfers -> transfers.grants(Set.of(a, GrantTarget.allWorkspaces()), Set.of(alice))))
                .containsExactlyInAnyOrder(mine, everywhere);
    }

    private List<Node> nodes(String... paths) {
        List<Node> nodes = new ArrayList<>();
        for (String path : paths) {
            NodePath parsed = NodePath.parse(path);
            nodes.add(new Node(NodeId.random(), parsed, traits(parsed), "Name of " + path, "words", alice, NOW, 0));
        }
        return nodes;
    }

    private static NodeTraits traits(NodePath path) {
        return switch (path.kind()) {
            case WORKSPACE -> new NodeTraits.Workspace(WorkspaceKind.LIVE, false, new WorkspaceSettings(true));
            case PROJECT -> new NodeTraits.Project(false, true);
            case FEATURE_SET -> new NodeTraits.FeatureSet(false, List.of("one", "two\nlines"));
        };
    }

    private Grant grant(GrantTarget target, PrincipalId principal, Role role) {
        return new Grant(
                GrantId.random(),
                target,
                principal,
                role,
                GrantOrigin.DIRECT,
                Optional.of(NOW.plusSeconds(3600)),
                Optional.of("reasons"),
                alice,
                NOW);
    }

    private void add(List<Node> nodes, List<Grant> grants) {
        run(transfers -> {
            transfers.addNodes(nodes);
            transfers.addGrants(grants);
        });
    }

    private List<Object> copy(boolean withSecret) {
        return read(transfers -> {
            List<Object> copied = new ArrayList<>();
            transfers.copy(withSecret, new Transfers.Receiver() {
                @Override
                public void node(Node node) {
                    copied.add(node);
                }

                @Override
                public void grant(Grant grant, Optional<NodePath> node) {
                    copied.add(grant);
                }
            });
            return copied;
        });
    }

    private void run(Consumer<Transfers> work) {
        database.runInTransaction(entities -> work.accept(transfers(entities)));
    }

    private <T> List<T> read(Function<Transfers, Collection<T>> work) {
        return database.inTransaction(entities -> List.copyOf(work.apply(transfers(entities))));
    }

    private Transfers transfers(EntityManager entities) {
        return new SqlTransfers(entities, people.realm());
    }
}
