package io.featureaccess.application;

import static io.featureaccess.application.GrantDesk.until;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.fake.FakeServiceAccounts;
import io.featureaccess.application.port.SettingsStore;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.access.ListedPrincipal;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.settings.DenialRecording;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.domain.settings.SettingsChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdministrationTest {

    private static final PageRequest PAGE = PageRequest.ofFirst(100);

    private final GrantDesk desk = new GrantDesk();
    private final FakeRealm realm = desk.realm;

    @BeforeEach
    void anAdmin() {
        realm.admin("ada");
        realm.user("vic");
        realm.node("fraud");
        realm.node("fraud/payments");
        realm.secret("fraud/hidden");
    }

    @Nested
    class ListingPrincipals {

        private List<ListedPrincipal> list(String caller) {
            return new ListPrincipals(realm.directory())
                    .list(realm.caller(caller), Optional.empty(), Optional.empty(), PAGE)
                    .items();
        }

        @Test
        void whoAnswersForAServiceAccountIsNamedWithIt() {
            realm.directory().created(realm.serviceAccount("pipeline"), realm.user("vic"));
            realm.serviceAccount("orphan");

            assertThat(list("vic"))
                    .filteredOn(listed -> listed.creator().isPresent())
                    .singleElement()
                    .satisfies(listed -> {
                        assertThat(listed.principal().name()).isEqualTo("pipeline");
                        assertThat(listed.creator()).contains(realm.user("vic"));
                    });
        }

        @Test
        void accountTypesAreForAdmins() {
            realm.group("/teams");

            assertThat(list("vic")).hasSize(3).allMatch(listed -> listed.accountType()
                    .isEmpty());
            assertThat(list("ada"))
                    .extracting(ListedPrincipal::accountType)
                    .containsExactly(
                            Optional.empty(), Optional.of(AccountType.ADMIN), Optional.of(AccountType.PRINCIPAL));
        }
    }

    @Nested
    class WhatSomebodyHolds {

        private final FakeServiceAccounts accounts = new FakeServiceAccounts(realm);
        private final ListHeldGrants held = new ListHeldGrants(
                new HeldGrantsGate(realm.directory(), accounts),
                realm.grants(),
                new DescribeHeldGrants(realm.directory(), realm.facts(), realm.directory()),
                realm.trail(),
                realm.clock());

        private List<DescribedGrant> list(Caller caller, String reference) {
            return held.list(caller, PrincipalRef.parse(reference), PAGE);
        }

        @Test
        void isListedWithTheGroupsItComesBy() {
            realm.directory().join(realm.user("vic"), realm.group("/teams/risk"));
            realm.grant(realm.group("/teams"), Role.VIEWER, "fraud");
            realm.grantOnAllWorkspaces(realm.user("vic"), Role.DATA_READER);
            List<DescribedGrant> own = list(realm.caller("vic"), "user:vic");

            assertThat(own).hasSize(2);
            assertThat(own.get(0).node()).isEmpty();
            assertThat(own.get(0).via()).isEmpty();
            assertThat(own.get(1).via()).contains("/teams");
            assertThat(own.get(1).principal()).isEqualTo("group:/teams");
            assertThat(own.get(1).sleep()).isEmpty();
        }

        @Test
        void namesWhoAnswersForAServiceAccount() {
            realm.directory().created(realm.serviceAccount("pipeline"), realm.user("vic"));
            realm.grant(realm.serviceAccount("pipeline"), Role.VIEWER, "fraud");

            assertThat(list(realm.caller("ada"), "service-account:pipeline"))
                    .extracting(DescribedGrant::creator)
                    .containsExactly(Optional.of(realm.user("vic")));
        }

        @Test
        void saysWhetherRulesOrAPersonLetThemIntoTheGroup() {
            RuleMapper rules = new RuleMapper("m", "teams", "corporate");
            realm.directory().joinByRule(realm.user("vic"), realm.group("/teams/risk"), rules);
            realm.directory().join(realm.user("vic"), realm.group("/night"));
            realm.grant(realm.group("/teams"), Role.VIEWER, "fraud");
            realm.grant(realm.group("/night"), Role.OPERATOR, "fraud");
            realm.grantOnAllWorkspaces(realm.user("vic"), Role.DATA_READER);

            assertThat(list(realm.caller("ada"), "user:vic"))
                    .extracting(DescribedGrant::via, DescribedGrant::membership)
                    .containsExactlyInAnyOrder(
                            tuple(Optional.empty(), Optional.empty()),
                            tuple(Optional.of("/night"), Optional.of(Membership.BY_HAND)),
                            tuple(Optional.of("/teams"), Optional.of(Membership.byRules(List.of(rules)))));
        }

        @Test
        void onASecretNodeIsHiddenFromWhoeverDoesNotOwnIt() {
            realm.grant(realm.user("vic"), Role.EDITOR, "fraud/hidden");
            realm.grant(realm.user("olga"), Role.OWNER, "fraud/hidden");

            assertThat(list(realm.caller("vic"), "user:vic")).isEmpty();
            assertThat(list(realm.caller("ada"), "user:olga")).isEmpty();
            assertThat(list(realm.caller("olga"), "user:olga")).hasSize(1);
        }

        @Test
        void onASecretNodeIsShownToAnAdminWhoBreaksTheGlass() {
            realm.grant(realm.user("vic"), Role.EDITOR, "fraud/hidden");
            List<DescribedGrant> shown = list(realm.breakingGlass("ada", "incident 7"), "user:vic");

            assertThat(shown).singleElement().satisfies(grant -> assertThat(grant.sleep())
                    .contains(Sleep.SECRET));
            assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).hasSize(1);
        }

        @Test
        void theHeaderOfSomebodyElseShowsNothingMore() {
            realm.grant(realm.user("vic"), Role.EDITOR, "fraud/hidden");

            assertThat(list(realm.breakingGlass("vic", "let me"), "user:vic")).isEmpty();
            assertThat(realm.auditLog().rows()).isEmpty();
        }

        /** Whoever has its keys could ask with one. */
        @Test
        void byAServiceAccountItsCreatorReadsAsTheAccountWould() {
            Principal robot = robotOf("vic");
            realm.grant(robot, Role.VIEWER, "fraud");
            realm.grant(robot, Role.OWNER, "fraud/hidden");
            realm.user("eve");

            assertThat(list(realm.caller("vic"), robot.reference()))
                    .extracting(grant -> grant.node().orElseThrow().toString())
                    .containsExactly("fraud", "fraud/hidden");
            assertThat(list(realm.caller("ada"), robot.reference())).hasSize(1);
            refused(ProblemCode.FORBIDDEN, () -> list(realm.caller("eve"), robot.reference()));
        }

        private Principal robotOf(String creator) {
            Principal robot = realm.serviceAccount("robot");
            accounts.add(
                    new ServiceAccount(
                            robot.id(),
                            "robot",
                            "ci",
                            "",
                            new ServiceAccount.Creator(realm.user(creator).id(), Optional.of(creator), true),
                            true,
                            realm.clock().instant(),
                            Optional.empty()),
                    "client");
            return robot;
        }

        @Test
        void isForThemselfAndForAdmins() {
            refused(ProblemCode.FORBIDDEN, () -> list(realm.caller("vic"), "user:ada"));
            refused(ProblemCode.NOT_FOUND, () -> list(realm.caller("vic"), "user:nobody"));
        }
    }

    @Nested
    class Orphans {

        private final ListOrphans orphans = new ListOrphans(
                new Admins(realm.directory()),
                realm.lists(),
                new NodeViews(
                        realm.facts(), realm.directory(), new NodeOwners(realm.grants(), realm.facts()), realm.trail()),
                realm.clock());

        private List<String> list(Caller caller) {
            return orphans.list(caller, PAGE).stream()
                    .map(view -> view.node().path().toString())
                    .toList();
        }

        @Test
        void areNodesThatNobodyOwnsForEver() {
            realm.grant(realm.user("vic"), Role.OWNER, "fraud/payments");
            desk.give(
                    realm.caller("vic"),
                    "fraud/payments",
                    until("user:ada", Role.OWNER, realm.clock().instant().plusSeconds(60)));

            assertThat(list(realm.caller("ada"))).containsExactly("fraud");
        }

        @Test
        void thatAreSecretNeedTheGlassBroken() {
            assertThat(list(realm.breakingGlass("ada", "clean-up")))
                    .containsExactly("fraud", "fraud/hidden", "fraud/payments");
            assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).hasSize(1);
        }

        @Test
        void areForAdmins() {
            refused(ProblemCode.FORBIDDEN, () -> list(realm.caller("vic")));
        }
    }

    @Nested
    class MendingTheResourceServer {

        private final MendResourceServer mend =
                new MendResourceServer(new Admins(realm.directory()), () -> 3, realm.trail());

        @Test
        void isForAdminsAndOnRecord() {
            refused(ProblemCode.FORBIDDEN, () -> mend.mend(realm.caller("vic")));
            assertThat(realm.auditLog().rows()).isEmpty();

            assertThat(mend.mend(realm.caller("ada"))).isEqualTo(3);
            assertThat(realm.auditLog().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.change()).isEqualTo(AuditChange.RESOURCE_SERVER_MENDED))
                    .satisfies(row -> assertThat(row.after().orElseThrow()).contains("\"resourcesWritten\":3"));
        }
    }

    @Nested
    class Settings {

        private PlatformSettings stored =
                new PlatformSettings("feature-store", "admin", 200, 120, 0, DenialRecording.OFF, 30);
        private final SettingsStore store = new SettingsStore() {
            @Override
            public PlatformSettings read() {
                return stored;
            }

            @Override
            public void write(PlatformSettings settings) {
                stored = settings;
            }
        };
        private final ManageSettings settings = new ManageSettings(new Admins(realm.directory()), store, realm.trail());

        private static SettingsChange of(Integer maxPermissions, Integer rptLifespan) {
            return new SettingsChange(
                    Optional.ofNullable(maxPermissions),
                    Optional.ofNullable(rptLifespan),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void changeOneAtATimeAndOnRecord() {
            settings.change(realm.caller("ada"), of(500, null));

            assertThat(stored).isEqualTo(stored.withMaxPermissions(500));
            assertThat(stored.rptLifespan()).isEqualTo(120);
            assertThat(realm.auditLog().rows(AuditChange.SETTINGS_CHANGED))
                    .singleElement()
                    .satisfies(row -> assertThat(row.before()).hasValueSatisfying(before -> assertThat(before)
                            .startsWith("{\"maxPermissions\":200,\"rptLifespan\":120,")));
        }

        @Test
        void thatAreSoAlreadyAreNotRecorded() {
            settings.change(realm.caller("ada"), of(200, 120));

            assertThat(realm.auditLog().rows()).isEmpty();
        }

        @Test
        void outOfRangeAreRefused() {
            refused(ProblemCode.MALFORMED_VALUE, () -> settings.change(realm.caller("ada"), of(0, null)));
            refused(ProblemCode.MALFORMED_VALUE, () -> settings.change(realm.caller("ada"), of(10_001, null)));
            refused(ProblemCode.MALFORMED_VALUE, () -> settings.change(realm.caller("ada"), of(500, 3601)));
            assertThat(stored.maxPermissions()).isEqualTo(200);
        }

        @Test
        void areForAdmins() {
            refused(ProblemCode.FORBIDDEN, () -> settings.read(realm.caller("vic")));
            refused(ProblemCode.FORBIDDEN, () -> settings.change(realm.caller("vic"), of(1, 1)));
        }
    }
}
