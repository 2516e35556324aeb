package io.featureaccess.application;

import static io.featureaccess.application.GrantDesk.because;
import static io.featureaccess.application.GrantDesk.replacing;
import static io.featureaccess.application.GrantDesk.until;
import static io.featureaccess.application.GrantDesk.wanted;
import static io.featureaccess.application.Problems.alike;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GiveGrantsTest {

    private final GrantDesk desk = new GrantDesk();
    private final FakeRealm realm = desk.realm;
    private final Instant tomorrow = realm.clock().instant().plus(Duration.ofDays(1));
    private final Instant nextWeek = realm.clock().instant().plus(Duration.ofDays(7));

    @BeforeEach
    void aWorkspaceOfOlga() {
        realm.node("fraud");
        realm.node("fraud/payments");
        realm.node("fraud/payments/transactions");
        realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        realm.user("vic");
        realm.user("bob");
        realm.admin("ada");
    }

    @Nested
    class Giving {

        @Test
        void anOwnerGivesARole() {
            List<DescribedGrant> given = desk.give(realm.caller("olga"), "fraud", wanted("user:vic", Role.VIEWER));

            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic viewer");
            assertThat(given).singleElement().satisfies(grant -> {
                assertThat(grant.principal()).isEqualTo("user:vic");
                assertThat(grant.grantedBy()).isEqualTo("user:olga");
                assertThat(grant.node()).hasToString("Optional[fraud]");
                assertThat(grant.sleep()).isEmpty();
            });
        }

        @Test
        void aSecondTimeChangesAndRecordsNothing() {
            desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, tomorrow));
            int rows = realm.auditLog().rows().size();
            List<DescribedGrant> again =
                    desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, tomorrow));

            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic viewer until " + tomorrow);
            assertThat(again).hasSize(1);
            assertThat(realm.auditLog().rows()).hasSize(rows);
        }

        @Test
        void anotherEndMovesTheEndOfTheSameGrant() {
            String first = desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, tomorrow))
                    .get(0)
                    .grant()
                    .id()
                    .value();
            String second = desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, nextWeek))
                    .get(0)
                    .grant()
                    .id()
                    .value();

            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic viewer until " + nextWeek);
            assertThat(second).isEqualTo(first);
        }

        @Test
        void aReasonStaysWhenOnlyTheEndIsSent() {
            desk.give(realm.caller("olga"), "fraud", because("user:vic", Role.VIEWER, "joins the team"));
            DescribedGrant changed = desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, tomorrow))
                    .get(0);

            assertThat(changed.grant().reason()).contains("joins the team");
        }

        @Test
        void theSameEntryTwiceInAListIsOneGrantAnsweredTwice() {
            List<DescribedGrant> given = desk.give(
                    realm.caller("olga"), "fraud", wanted("user:vic", Role.VIEWER), wanted("user:vic", Role.VIEWER));

            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic viewer");
            assertThat(given).hasSize(2);
            assertThat(given.get(0)).isEqualTo(given.get(1));
        }

        @Test
        void oneReferenceByNameAndOneByIdAreTheSamePrincipal() {
            String byId = "id:" + realm.user("vic").id();

            refused(
                    ProblemCode.MALFORMED_VALUE,
                    () -> desk.give(
                            realm.caller("olga"),
                            "fraud",
                            until("user:vic", Role.VIEWER, tomorrow),
                            until(byId, Role.VIEWER, nextWeek)));
            assertThat(desk.held("fraud")).containsExactly("olga owner");
        }

        @Test
        void anEmptyListDoesNothing() {
            assertThat(desk.give(realm.caller("olga"), "fraud")).isEmpty();
        }

        @Test
        void anExpiredGrantIsRevivedByANewEnd() {
            realm.grant(
                    realm.user("vic"),
                    Role.VIEWER,
                    GrantTarget.node(realm.at("fraud").id()),
                    Optional.of(realm.clock().instant().minusSeconds(1)));
            DescribedGrant revived = desk.give(realm.caller("olga"), "fraud", wanted("user:vic", Role.VIEWER))
                    .get(0);

            assertThat(revived.sleep()).isEmpty();
            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic viewer");
        }

        @Test
        void toADisabledUserItSleeps() {
            realm.directory().disable(realm.user("vic"));
            DescribedGrant given = desk.give(realm.caller("olga"), "fraud", wanted("user:vic", Role.VIEWER))
                    .get(0);

            assertThat(given.sleep()).contains(Sleep.DISABLED);
            assertThat(given.why()).contains("the account is disabled or does not exist");
        }
    }

    @Test
    void usersAreToldOfWhatOthersTakeUnlessTheyAreGivenSomethingInItsPlace() {
        desk.give(
                realm.caller("olga"),
                "fraud",
                wanted("user:vic", Role.VIEWER),
                wanted("user:bob", Role.VIEWER),
                wanted("user:ada", Role.OWNER));
        desk.give(realm.caller("olga"), "fraud", replacing("user:bob", Role.CONSUMER));
        desk.take(realm.caller("olga"), "fraud", "user:vic");
        desk.take(realm.caller("olga"), "fraud", "user:olga");

        assertThat(desk.outbox.notices())
                .containsExactly(Notice.revoked(
                        Optional.of(realm.at("fraud").id()), realm.user("vic"), Role.VIEWER, Optional.empty()));
    }

    @Nested
    class Replacing {

        @Test
        void dropsTheOtherRolesOfThatPrincipalAndOfNobodyElse() {
            realm.grant(realm.user("vic"), Role.VIEWER, "fraud");
            realm.grant(realm.user("vic"), Role.OPERATOR, "fraud");
            realm.grant(realm.user("bob"), Role.VIEWER, "fraud");
            desk.give(realm.caller("olga"), "fraud", replacing("user:vic", Role.CONSUMER));

            assertThat(desk.held("fraud")).containsExactly("bob viewer", "olga owner", "vic consumer");
        }

        @Test
        void keepsWhatTheSameListGives() {
            realm.grant(realm.user("vic"), Role.OPERATOR, "fraud");
            desk.give(
                    realm.caller("olga"),
                    "fraud",
                    replacing("user:vic", Role.CONSUMER),
                    wanted("user:vic", Role.DATA_READER));

            assertThat(desk.held("fraud")).containsExactly("olga owner", "vic consumer", "vic data-reader");
        }

        @Test
        void leavesRolesElsewhereAlone() {
            realm.grant(realm.user("vic"), Role.VIEWER, "fraud/payments");
            desk.give(realm.caller("olga"), "fraud", replacing("user:vic", Role.CONSUMER));

            assertThat(desk.held("fraud/payments")).containsExactly("vic viewer");
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @EnumSource(names = "OWNER", mode = EnumSource.Mode.EXCLUDE)
        void aRoleThatSeesTheNodeMayNotGiveRolesOnIt(Role role) {
            if (role == Role.DATA_READER) {
                realm.grant(realm.user("vic"), Role.VIEWER, "fraud");
            }
            realm.grant(realm.user("vic"), role, "fraud");

            refused(
                    ProblemCode.FORBIDDEN,
                    () -> desk.give(realm.caller("vic"), "fraud", wanted("user:bob", Role.VIEWER)));
        }

        @Test
        void anUnseenNodeAndNoneAreRefusedAlike() {
            realm.secret("fraud/hidden");
            alike(
                    ProblemCode.NO_SUCH_NODE,
                    () -> desk.give(realm.caller("vic"), "fraud", wanted("user:bob", Role.VIEWER)),
                    () -> desk.give(realm.caller("vic"), "nowhere", wanted("user:bob", Role.VIEWER)),
                    () -> desk.give(realm.caller("ada"), "fraud/hidden", wanted("user:bob", Role.VIEWER)),
                    () -> desk.give(
                            realm.breakingGlass("ada", "audit"), "fraud/hidden", wanted("user:bob", Role.VIEWER)));
        }

        @Test
        void whoMayNotIsRefusedBeforeAnybodyIsLookedUp() {
            refused(
                    ProblemCode.NO_SUCH_NODE,
                    () -> desk.give(realm.caller("vic"), "fraud", wanted("user:nobody", Role.VIEWER)));
        }

        @Test
        void anUnknownPrincipalUndoesTheWholeList() {
            refused(
                    ProblemCode.UNKNOWN_PRINCIPAL,
                    () -> desk.give(
                            realm.caller("olga"),
                            "fraud",
                            wanted("user:vic", Role.VIEWER),
                            wanted("user:nobody", Role.VIEWER)));
            assertThat(desk.held("fraud")).containsExactly("olga owner");
        }

        @Test
        void anIdOfSomebodyElseIsAMismatch() {
            WantedGrant wanted = new WantedGrant(
                    PrincipalRef.parse("user:vic"),
                    Optional.of(new PrincipalId("id-of-an-earlier-vic")),
                    Role.VIEWER,
                    Optional.empty(),
                    Optional.empty(),
                    false);

            refused(ProblemCode.PRINCIPAL_MISMATCH, () -> desk.give(realm.caller("olga"), "fraud", wanted));
        }

        @Test
        void anEndThatIsNowIsPast() {
            Instant now = realm.clock().instant();

            refused(
                    ProblemCode.EXPIRY_IN_PAST,
                    () -> desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, now)));
        }

        @Test
        void moreThanFiveHundredAtOnceAreTooMany() {
            WantedGrant[] many =
                    Collections.nCopies(501, wanted("user:vic", Role.VIEWER)).toArray(WantedGrant[]::new);

            refused(ProblemCode.TOO_MANY, () -> desk.give(realm.caller("olga"), "fraud", many));
        }

        @Test
        void allWorkspacesAreForAdmins() {
            refused(ProblemCode.FORBIDDEN, () -> desk.give(realm.caller("olga"), "*", wanted("user:vic", Role.VIEWER)));
            desk.give(realm.caller("ada"), "*", wanted("user:vic", Role.VIEWER));

            assertThat(desk.held("*")).containsExactly("vic viewer");
        }
    }

    @Nested
    class OnFeatureSets {

        @Test
        void aRoleWithoutOneOnTheProjectIsRefusedNamingTheOneToGiveFirst() {
            assertThat(refused(
                                    ProblemCode.PROJECT_ROLE_REQUIRED,
                                    () -> desk.give(
                                            realm.caller("olga"),
                                            "fraud/payments/transactions",
                                            wanted("user:vic", Role.EDITOR)))
                            .detail())
                    .contains("'user:vic'", "consumer", "fraud/payments");
        }

        @Test
        void aGroupNeedsItToo() {
            realm.directory().join(realm.user("vic"), realm.group("/teams/risk"));
            realm.grant(realm.user("vic"), Role.CONSUMER, "fraud/payments");

            refused(
                    ProblemCode.PROJECT_ROLE_REQUIRED,
                    () -> desk.give(
                            realm.caller("olga"),
                            "fraud/payments/transactions",
                            wanted("group:/teams/risk", Role.VIEWER)));
        }

        @Test
        void whatTheParentGroupHoldsCountsForTheGroup() {
            realm.group("/teams/risk");
            realm.grant(realm.group("/teams"), Role.VIEWER, "fraud");
            desk.give(realm.caller("olga"), "fraud/payments/transactions", wanted("group:/teams/risk", Role.VIEWER));

            assertThat(desk.held("fraud/payments/transactions")).containsExactly("/teams/risk viewer");
        }

        @Test
        void belowASecretProjectOnlyItsOwnersCount() {
            realm.secret("fraud/hidden");
            realm.node("fraud/hidden/cases");
            realm.grant(realm.user("vic"), Role.CONSUMER, "fraud/hidden");

            assertThat(refused(
                                    ProblemCode.PROJECT_ROLE_REQUIRED,
                                    () -> desk.give(
                                            realm.caller("olga"),
                                            "fraud/hidden/cases",
                                            wanted("user:vic", Role.VIEWER)))
                            .detail())
                    .contains("owner on fraud/hidden");
        }

        @Test
        void sendingAnOldGrantAgainNeedsNothing() {
            realm.grant(realm.user("vic"), Role.VIEWER, "fraud/payments/transactions");
            DescribedGrant again = desk.give(
                            realm.caller("olga"), "fraud/payments/transactions", wanted("user:vic", Role.VIEWER))
                    .get(0);

            assertThat(again.sleep()).contains(Sleep.PROJECT_ROLE_REQUIRED);
        }
    }

    @Nested
    class ByAdmins {

        @Test
        void accessForThemselvesNeedsAReasonAndIsRecordedAsSuch() {
            refused(
                    ProblemCode.REASON_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "fraud", wanted("user:ada", Role.VIEWER)));
            desk.give(realm.caller("ada"), "fraud", because("user:ada", Role.VIEWER, "incident 7"));

            AuditRow row = realm.auditLog().rows(AuditChange.GRANT_ADDED).get(0);
            assertThat(row.reason()).contains("incident 7");
            assertThat(row.after().orElseThrow()).contains("\"toSelf\":true");
        }

        @Test
        void accessForAGroupAboveTheirsNeedsAReasonToo() {
            realm.directory().join(realm.user("ada"), realm.group("/ops/night"));

            refused(
                    ProblemCode.REASON_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "fraud", wanted("group:/ops", Role.VIEWER)));
        }

        @Test
        void accessForAGroupBesideTheirsNeedsNone() {
            realm.directory().join(realm.user("ada"), realm.group("/ops/night"));
            realm.group("/ops/nightly");
            desk.give(realm.caller("ada"), "fraud", wanted("group:/ops/nightly", Role.VIEWER));

            assertThat(realm.auditLog().rows(AuditChange.GRANT_ADDED))
                    .noneMatch(row -> row.after().orElseThrow().contains("toSelf"));
        }

        @Test
        void ownersOfSecretNodesAreMadeOnlyByBreakingTheGlassWhetherOrNotThereAreAny() {
            refused(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "fraud", wanted("user:vic", Role.OWNER)));
            refused(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "fraud/payments", wanted("user:vic", Role.EDITOR)));
            refused(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "*", wanted("user:vic", Role.OWNER)));
        }

        @Test
        void otherRolesNeedNoBreaking() {
            realm.grant(realm.user("vic"), Role.CONSUMER, "fraud/payments");
            desk.give(realm.caller("ada"), "fraud", wanted("user:vic", Role.EDITOR));
            desk.give(realm.caller("ada"), "*", wanted("user:vic", Role.EDITOR));
            desk.give(realm.caller("ada"), "fraud/payments/transactions", wanted("user:vic", Role.OWNER));

            assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).isEmpty();
        }

        @Test
        void breakingTheGlassIsRecordedAtEverySecretNodeBelow() {
            realm.secret("fraud/hidden");
            realm.node("fraud/hidden/cases");
            realm.secret("fraud/payments/cards");
            realm.node("risk");
            realm.secret("risk/hidden");
            desk.give(realm.breakingGlass("ada", "owner left"), "fraud", wanted("user:vic", Role.OWNER));

            assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS))
                    .extracting(row ->
                            row.node().orElseThrow().path() + " " + row.reason().orElseThrow())
                    .containsExactly("fraud/hidden owner left", "fraud/payments/cards owner left");
            assertThat(realm.auditLog()
                            .rows(AuditChange.BREAK_GLASS)
                            .get(0)
                            .after()
                            .orElseThrow())
                    .isEqualTo("{\"grantedOn\":\"fraud\",\"madeOwner\":[\"user:vic\"],\"grants\":1}");
            assertThat(realm.told()).hasSize(3);
        }

        @Test
        void ownersNeedNoBreakingEvenIfTheyAreAdmins() {
            realm.grant(realm.user("ada"), Role.OWNER, "fraud");
            desk.give(realm.caller("ada"), "fraud", wanted("user:vic", Role.OWNER));

            assertThat(desk.held("fraud")).contains("vic owner");
        }

        @Test
        void makingAnOwnerLastLongerNeedsBreakingAndShorterDoesNot() {
            realm.grant(
                    realm.user("vic"),
                    Role.OWNER,
                    GrantTarget.node(realm.at("fraud").id()),
                    Optional.of(tomorrow));

            refused(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    () -> desk.give(realm.caller("ada"), "fraud", until("user:vic", Role.OWNER, nextWeek)));
            desk.give(
                    realm.caller("ada"),
                    "fraud",
                    until("user:vic", Role.OWNER, realm.clock().instant().plusSeconds(60)));
        }
    }

    @Nested
    class TheRecord {

        @Test
        void tellsWhatWasAndWhatIs() {
            desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, tomorrow));
            desk.give(realm.caller("olga"), "fraud", until("user:vic", Role.VIEWER, nextWeek));
            desk.give(realm.caller("olga"), "fraud", replacing("user:vic", Role.CONSUMER));

            assertThat(realm.auditLog().rows())
                    .extracting(row -> row.change().id())
                    .containsExactly("grant-added", "grant-changed", "grant-added", "grant-removed");
            AuditRow changed = realm.auditLog().rows().get(1);
            assertThat(changed.actor()).isEqualTo("olga");
            assertThat(changed.principal()).contains(realm.user("vic"));
            assertThat(changed.before().orElseThrow()).contains("\"expiresAt\":\"" + tomorrow + "\"");
            assertThat(changed.after().orElseThrow()).contains("\"expiresAt\":\"" + nextWeek + "\"");
            assertThat(realm.told()).isEqualTo(realm.auditLog().rows());
        }
    }
}
