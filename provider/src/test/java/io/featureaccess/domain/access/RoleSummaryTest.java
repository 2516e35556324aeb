package io.featureaccess.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoleSummaryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Asker SOMEBODY = new Asker(true, false, false);

    private final List<Facts> nodes = new ArrayList<>();
    private final List<HeldRole> everywhere = new ArrayList<>();
    private Asker asker = SOMEBODY;

    private RoleSummary summary(int limit) {
        return RoleSummary.of(facts("imagined", everywhere), nodes, limit);
    }

    private void holds(String path, Role... roles) {
        Level level = Level.of(NodePath.parse(path).kind());
        List<HeldRole> held = new ArrayList<>();
        if (level == Level.FEATURE_SET) {
            // Or what is held on the feature set would sleep.
            held.add(held(Level.PROJECT, Role.CONSUMER, NOW.plusSeconds(1)));
        }
        Arrays.stream(roles).map(role -> held(level, role, NOW.plusSeconds(1))).forEach(held::add);
        nodes.add(facts(path, held));
    }

    private Facts facts(String path, List<HeldRole> held) {
        List<NodeFacts> lineage = NodePath.parse(path).lineage().stream()
                .map(above -> new NodeFacts(new NodeId(above.toString()), above, false, false))
                .toList();
        return new Facts(lineage, asker, held, WorkspaceSettings.DEFAULT, NOW);
    }

    private static HeldRole held(Level level, Role role, Instant end) {
        return new HeldRole(new GrantId("g"), level, role, Optional.of(end), Optional.empty());
    }

    @Test
    void roles_are_listed_by_node_each_once_and_strongest_first() {
        holds("b", Role.VIEWER, Role.OWNER, Role.VIEWER);
        holds("a/p", Role.EDITOR);

        assertThat(summary(9).roles()).hasToString("{a/p=[EDITOR], b=[OWNER, VIEWER]}");
        assertThat(summary(9).leftOut()).isEmpty();
    }

    @Test
    void what_is_inherited_is_not_listed() {
        List<HeldRole> above = List.of(
                held(Level.ALL_WORKSPACES, Role.VIEWER, NOW.plusSeconds(1)),
                held(Level.WORKSPACE, Role.EDITOR, NOW.plusSeconds(1)));
        nodes.add(facts("a/p", above));

        assertThat(summary(9).roles()).isEmpty();
    }

    @Test
    void what_has_expired_at_that_very_instant_is_not_listed() {
        everywhere.add(held(Level.ALL_WORKSPACES, Role.OWNER, NOW));
        everywhere.add(held(Level.ALL_WORKSPACES, Role.VIEWER, NOW.plusSeconds(1)));
        nodes.add(facts("a", List.of(held(Level.WORKSPACE, Role.OWNER, NOW))));

        assertThat(summary(9).allWorkspaces()).containsExactly(Role.VIEWER);
        assertThat(summary(9).roles()).isEmpty();
    }

    @Test
    void disabled_admin_is_none_and_holds_nothing() {
        asker = new Asker(false, true, false);
        everywhere.add(held(Level.ALL_WORKSPACES, Role.OWNER, NOW.plusSeconds(1)));
        holds("a", Role.OWNER);

        assertThat(summary(9)).isEqualTo(new RoleSummary(AccountType.PRINCIPAL, List.of(), new TreeMap<>(), List.of()));
    }

    @Test
    void admin_is_told_by_the_account_type_alone() {
        asker = new Asker(true, true, false);

        assertThat(summary(9).accountType()).isEqualTo(AccountType.ADMIN);
        assertThat(summary(9).roles()).isEmpty();
    }

    @Test
    void kind_for_which_there_is_no_room_is_left_out_as_a_whole_and_said_to_be() {
        holds("a", Role.VIEWER);
        holds("a/p", Role.VIEWER, Role.OPERATOR);
        holds("a/p/f", Role.OWNER);

        assertThat(summary(4).leftOut()).isEmpty();
        assertThat(summary(3).roles()).hasToString("{a=[VIEWER], a/p=[OPERATOR, VIEWER]}");
        assertThat(summary(3).leftOut()).containsExactly(NodeKind.FEATURE_SET);
    }

    @Test
    void kind_left_out_takes_with_it_those_below() {
        holds("a", Role.VIEWER);
        holds("a/p", Role.VIEWER, Role.OPERATOR);
        holds("a/p/f", Role.OWNER);

        assertThat(summary(2).roles()).hasToString("{a=[VIEWER]}");
        assertThat(summary(2).leftOut()).containsExactly(NodeKind.PROJECT, NodeKind.FEATURE_SET);
    }

    @Test
    void kind_without_grants_is_never_left_out() {
        holds("a", Role.VIEWER);
        holds("b", Role.VIEWER);

        assertThat(summary(1).roles()).isEmpty();
        assertThat(summary(1).leftOut()).containsExactly(NodeKind.WORKSPACE);
    }
}
