package io.featureaccess.application;

import static io.featureaccess.application.GrantDesk.references;
import static io.featureaccess.application.GrantDesk.replacing;
import static io.featureaccess.application.GrantDesk.until;
import static io.featureaccess.application.GrantDesk.wanted;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node's last owner is never taken away by us. */
class LastOwnerTest {

    private final GrantDesk desk = new GrantDesk();
    private final FakeRealm realm = desk.realm;
    private final Instant tomorrow = realm.clock().instant().plus(Duration.ofDays(1));
    private Grant ofOlga;

    @BeforeEach
    void aWorkspaceOfOlga() {
        realm.node("fraud");
        realm.node("fraud/payments");
        ofOlga = realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        realm.user("otto");
        realm.admin("ada");
    }

    @Test
    void takingTheOnlyOwnerIsRefused() {
        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("olga"), "fraud", "user:olga"));
    }

    @Test
    void oneOfTwoMayGo() {
        realm.grant(realm.user("otto"), Role.OWNER, "fraud");
        desk.take(realm.caller("otto"), "fraud", "user:olga");

        assertThat(desk.held("fraud")).containsExactly("otto owner");
    }

    @Test
    void bothInOneStepMayNot() {
        realm.grant(realm.user("otto"), Role.OWNER, "fraud");

        refused(
                ProblemCode.LAST_OWNER,
                () -> desk.takeAll(realm.caller("olga"), "fraud", references("user:olga", "user:otto")));
    }

    @Test
    void givingTheOnlyOwnerAnEndIsRefused() {
        refused(
                ProblemCode.LAST_OWNER,
                () -> desk.give(realm.caller("olga"), "fraud", until("user:olga", Role.OWNER, tomorrow)));
    }

    @Test
    void replacingTheOnlyOwnersRoleIsRefused() {
        refused(
                ProblemCode.LAST_OWNER,
                () -> desk.give(realm.caller("olga"), "fraud", replacing("user:olga", Role.EDITOR)));
    }

    @Test
    void oneStepMayPutAnotherOwnerInPlace() {
        desk.give(realm.caller("olga"), "fraud", replacing("user:olga", Role.EDITOR), wanted("user:otto", Role.OWNER));

        assertThat(desk.held("fraud")).containsExactly("olga editor", "otto owner");
    }

    @Test
    void anOwnerWithAnEndIsNone() {
        realm.grant(
                realm.user("otto"),
                Role.OWNER,
                GrantTarget.node(realm.at("fraud").id()),
                Optional.of(tomorrow));

        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("olga"), "fraud", "user:olga"));
    }

    @Test
    void aDisabledOwnerIsNone() {
        realm.grant(realm.user("otto"), Role.OWNER, "fraud");
        realm.directory().disable(realm.user("otto"));

        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("olga"), "fraud", "user:olga"));
    }

    @Test
    void anEmptyGroupIsNoneAndAGroupWithAMemberIsOne() {
        realm.grant(realm.group("/teams"), Role.OWNER, "fraud");
        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("olga"), "fraud", "user:olga"));

        realm.directory().join(realm.user("otto"), realm.group("/teams/risk"));
        desk.take(realm.caller("olga"), "fraud", "user:olga");
        assertThat(desk.held("fraud")).containsExactly("/teams owner");
    }

    @Test
    void anOwnerAboveSuffices() {
        realm.grant(realm.user("otto"), Role.OWNER, "fraud/payments");
        desk.take(realm.caller("olga"), "fraud/payments", "user:otto");

        assertThat(desk.held("fraud/payments")).isEmpty();
    }

    @Test
    void ofAnOrphanNothingIsTakenAway() {
        realm.directory().disable(realm.user("olga"));
        desk.take(realm.caller("ada"), "fraud", "user:olga");

        assertThat(desk.held("fraud")).isEmpty();
    }

    @Test
    void theOnlyOwnerOfAllWorkspacesStaysWhileAWorkspaceNeedsThem() {
        realm.takenByNobody(ofOlga);
        realm.grantOnAllWorkspaces(realm.user("otto"), Role.OWNER);

        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("ada"), "*", "user:otto"));
        realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        desk.take(realm.caller("ada"), "*", "user:otto");
    }

    @Test
    void twoOwnersWhoTakeEachOtherAtOnceLeaveOne() {
        Grant ofOtto = realm.grant(realm.user("otto"), Role.OWNER, "fraud");
        // While olga waits for the lock, otto's step takes her role.
        realm.nodes().beforeNextLock(() -> realm.takenByNobody(ofOlga));

        refused(ProblemCode.NO_SUCH_NODE, () -> desk.take(realm.caller("olga"), "fraud", "user:otto"));
        assertThat(realm.grants().all()).containsExactly(ofOtto);
    }

    @Test
    void anOwnerWhoIsMadeViewerMeanwhileIsForbidden() {
        realm.grant(realm.user("otto"), Role.OWNER, "fraud");
        realm.grant(realm.user("olga"), Role.VIEWER, "fraud");
        realm.nodes().beforeNextLock(() -> realm.takenByNobody(ofOlga));

        refused(ProblemCode.FORBIDDEN, () -> desk.take(realm.caller("olga"), "fraud", "user:otto"));
    }

    @Test
    void anOwnerAboveWhoGoesMeanwhileIsMissed() {
        realm.grantOnAllWorkspaces(realm.user("otto"), Role.OWNER);
        // A change to a workspace waits for changes to all workspaces, so that neither relies on what the other takes.
        realm.grants().beforeNextLock(() -> realm.grants().all().stream()
                .filter(grant -> grant.target() instanceof GrantTarget.AllWorkspaces)
                .forEach(grant -> realm.takenByNobody(grant)));

        refused(ProblemCode.LAST_OWNER, () -> desk.take(realm.caller("olga"), "fraud", "user:olga"));
    }
}
