package io.featureaccess.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlreadyHeldTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Optional<Instant> FOR_EVER = Optional.empty();
    private static final Optional<Instant> SOON = Optional.of(NOW.plusSeconds(60));
    private static final Optional<Instant> LATER = Optional.of(NOW.plusSeconds(3600));

    @Test
    void a_stronger_role_above_has_all_of_it() {
        assertThat(covers(asking(Role.CONSUMER, FOR_EVER), held(Level.WORKSPACE, Role.EDITOR, FOR_EVER)))
                .isTrue();
    }

    @Test
    void two_roles_may_have_all_of_it_together() {
        HeldRole viewer = held(Level.PROJECT, Role.VIEWER, FOR_EVER);
        HeldRole reader = held(Level.PROJECT, Role.DATA_READER, FOR_EVER);

        assertThat(covers(asking(Role.CONSUMER, FOR_EVER), viewer, reader)).isTrue();
        assertThat(covers(asking(Role.CONSUMER, FOR_EVER), viewer)).isFalse();
    }

    @Test
    void a_role_that_ends_before_the_asked_end_is_not_enough_and_one_that_ends_with_it_is() {
        assertThat(covers(asking(Role.VIEWER, LATER), held(Level.PROJECT, Role.VIEWER, SOON)))
                .isFalse();
        assertThat(covers(asking(Role.VIEWER, FOR_EVER), held(Level.PROJECT, Role.VIEWER, LATER)))
                .isFalse();
        assertThat(covers(asking(Role.VIEWER, LATER), held(Level.PROJECT, Role.VIEWER, LATER)))
                .isTrue();
    }

    @Test
    void a_role_that_takes_over_when_another_ends_keeps_it_held() {
        assertThat(covers(
                        asking(Role.VIEWER, LATER),
                        held(Level.PROJECT, Role.VIEWER, SOON),
                        held(Level.WORKSPACE, Role.OWNER, LATER)))
                .isTrue();
    }

    @Test
    void an_admin_has_powers_and_no_role() {
        Facts admin = facts(new Asker(true, true, false));
        assertThat(AlreadyHeld.covers(admin, asking(Role.VIEWER, FOR_EVER))).isFalse();
    }

    private static Terms asking(Role role, Optional<Instant> until) {
        return new Terms(role, until);
    }

    private static HeldRole held(Level level, Role role, Optional<Instant> until) {
        return new HeldRole(GrantId.random(), level, role, until, Optional.empty());
    }

    private static boolean covers(Terms asked, HeldRole... held) {
        return AlreadyHeld.covers(facts(new Asker(true, false, false), held), asked);
    }

    private static Facts facts(Asker asker, HeldRole... held) {
        NodeFacts workspace = new NodeFacts(new NodeId("w"), NodePath.parse("w"), false, false);
        NodeFacts project = new NodeFacts(new NodeId("p"), NodePath.parse("w/p"), false, false);
        return new Facts(List.of(workspace, project), asker, List.of(held), WorkspaceSettings.DEFAULT, NOW);
    }
}
