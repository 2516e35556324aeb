package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which roles come and go with groups. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlRoleShiftsTest {

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId ada;
    private PrincipalId fraud;
    private PrincipalId risk;
    private Node workspace;
    private Node project;

    @BeforeEach
    void twoGroups() {
        world = new World(database);
        ada = world.user("ada");
        fraud = world.group("/fraud");
        risk = world.group("/risk");
        workspace = world.workspace("w", true, false);
        project = world.project("w/p", false, false);
    }

    private List<HeldGrant> between(Set<PrincipalId> some, Set<PrincipalId> others, PrincipalId reader, int max) {
        return database.inTransaction(
                entities -> new SqlRoleShifts(entities, world.realm()).between(some, others, reader, max, World.NOW));
    }

    private List<String> shown(Set<PrincipalId> some, Set<PrincipalId> others, PrincipalId reader) {
        return between(some, others, reader, 100).stream()
                .map(held -> held.path().map(NodePath::toString).orElse("*") + " "
                        + held.grant().role().id())
                .toList();
    }

    @Test
    void whatOthersHaveToo_isNoShift() {
        world.grant(fraud, Role.VIEWER, workspace);
        world.grant(fraud, Role.CONSUMER, project);
        world.grant(risk, Role.VIEWER, workspace);
        world.grant(risk, Role.OPERATOR, project);

        assertThat(shown(Set.of(fraud), Set.of(risk), ada)).containsExactly("w/p consumer");
        assertThat(shown(Set.of(risk), Set.of(fraud), ada)).containsExactly("w/p operator");
        assertThat(shown(Set.of(), Set.of(fraud), ada)).isEmpty();
        assertThat(shown(Set.of(fraud, risk), Set.of(), ada))
                .containsExactlyInAnyOrder("w viewer", "w viewer", "w/p consumer", "w/p operator");
    }

    @Test
    void allWorkspacesComeFirstThenPathsAndTheStrongestOfEach() {
        world.grant(fraud, Role.VIEWER, project);
        world.grant(fraud, Role.CONSUMER, project);
        world.grant(fraud, Role.EDITOR, workspace);
        world.grant(fraud, Role.DATA_READER, GrantTarget.allWorkspaces(), Optional.empty());

        assertThat(shown(Set.of(fraud), Set.of(), ada))
                .containsExactly("* data-reader", "w editor", "w/p consumer", "w/p viewer");
        assertThat(between(Set.of(fraud), Set.of(), ada, 2)).hasSize(2);
    }

    @Test
    void whatHasRunOutNeitherComesNorKeepsAnythingFromComing() {
        world.grant(fraud, Role.VIEWER, GrantTarget.node(project.id()), Optional.of(World.NOW));
        world.grant(fraud, Role.CONSUMER, project);
        world.grant(risk, Role.CONSUMER, GrantTarget.node(project.id()), Optional.of(World.NOW));

        assertThat(shown(Set.of(fraud), Set.of(risk), ada)).containsExactly("w/p consumer");
    }

    @Test
    void whatIsSecretIsForItsOwnersAlone() {
        Node vault = world.project("w/vault", true, false);
        Node keys = world.featureSet("w/vault/keys", false);
        PrincipalId olga = world.user("olga");
        world.grant(olga, Role.OWNER, vault);
        world.grant(fraud, Role.VIEWER, vault);
        world.grant(fraud, Role.VIEWER, keys);
        world.grant(fraud, Role.VIEWER, workspace);

        assertThat(shown(Set.of(fraud), Set.of(), ada)).containsExactly("w viewer");
        assertThat(shown(Set.of(fraud), Set.of(), olga))
                .containsExactly("w viewer", "w/vault viewer", "w/vault/keys viewer");
        world.disable(olga);
        assertThat(shown(Set.of(fraud), Set.of(), olga)).containsExactly("w viewer");
    }

    @Test
    void anotherRealmsGrantsAreNone() {
        World elsewhere = new World(database);
        world.grant(fraud, Role.VIEWER, workspace);

        assertThat(database.<List<HeldGrant>>inTransaction(entities -> new SqlRoleShifts(entities, elsewhere.realm())
                        .between(Set.of(fraud), Set.of(), ada, 100, World.NOW)))
                .isEmpty();
    }

    @Test
    void itIsTwoStatementsHoweverManyGrantsThereAre() {
        world.grant(fraud, Role.VIEWER, workspace);
        assertThat(StatementLog.during(() -> shown(Set.of(fraud), Set.of(risk), ada)))
                .hasSize(2);
        for (int i = 0; i < 20; i++) {
            world.grant(fraud, Role.VIEWER, world.project("w/p" + i, false, false));
        }

        assertThat(StatementLog.during(() -> shown(Set.of(fraud), Set.of(risk), ada)))
                .hasSize(2);
    }
}
