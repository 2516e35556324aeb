package io.featureaccess.application;

import static io.featureaccess.application.GrantDesk.ref;
import static io.featureaccess.application.Problems.alike;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.access.PrincipalAccess;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowAccessTest {

    private final FakeRealm realm = new FakeRealm();
    private final ShowAccess show =
            new ShowAccess(realm.gate(), realm.directory(), realm.grants(), realm.facts(), realm.directory());

    @BeforeEach
    void aFeatureSet() {
        realm.node("fraud");
        realm.node("fraud/payments");
        realm.node("fraud/payments/transactions");
        realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        realm.user("vic");
    }

    private PrincipalAccess of(Caller caller, String path, String reference) {
        return show.of(caller, ref(path), PrincipalRef.parse(reference));
    }

    private List<PrincipalAccess> everyone(Caller caller, String path) {
        return show.ofEveryone(caller, ref(path), Optional.empty(), Optional.empty(), PageRequest.ofFirst(100))
                .items();
    }

    @Test
    void everyWayIsToldWithWhereItWasGrantedAndWhatItIsHere() {
        realm.directory().join(realm.user("vic"), realm.group("/teams/risk"));
        realm.grant(realm.group("/teams"), Role.EDITOR, "fraud/payments");
        realm.grantOnAllWorkspaces(realm.user("vic"), Role.VIEWER);
        PrincipalAccess access = of(realm.caller("olga"), "fraud/payments/transactions", "user:vic");

        assertThat(access.roles()).containsExactly(Role.OWNER, Role.VIEWER);
        assertThat(access.strongest()).contains(Role.OWNER);
        assertThat(access.actions()).contains(Action.MANAGE_ACCESS);
        assertThat(access.why())
                .containsExactly(
                        new PrincipalAccess.Why(
                                Role.EDITOR,
                                "fraud/payments",
                                Optional.of("/teams"),
                                Role.OWNER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Membership.BY_HAND)),
                        new PrincipalAccess.Why(
                                Role.VIEWER,
                                "*",
                                Optional.empty(),
                                Role.VIEWER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void rulesThatLetSomebodyIntoAGroupAreNamedToAdminsAndToThemselves() {
        RuleMapper rules = new RuleMapper("m", "teams", "corporate");
        realm.directory().joinByRule(realm.user("vic"), realm.group("/teams/risk"), rules);
        realm.grant(realm.group("/teams"), Role.VIEWER, "fraud");
        realm.admin("ada");

        assertThat(membershipAsToldTo("vic")).contains(Membership.byRules(List.of(rules)));
        assertThat(membershipAsToldTo("ada")).contains(Membership.byRules(List.of(rules)));
        assertThat(membershipAsToldTo("olga")).contains(Membership.byRules(List.of()));
        assertThat(everyone(realm.caller("olga"), "fraud"))
                .filteredOn(access -> access.principal().name().equals("vic"))
                .singleElement()
                .satisfies(
                        access -> assertThat(access.why().get(0).membership()).contains(Membership.byRules(List.of())));
    }

    @Test
    void whoAnswersForAServiceAccountIsNamedWithIt() {
        realm.directory().created(realm.serviceAccount("pipeline"), realm.user("vic"));
        realm.grant(realm.serviceAccount("pipeline"), Role.EDITOR, "fraud");

        assertThat(of(realm.caller("olga"), "fraud", "service-account:pipeline").creator())
                .contains(realm.user("vic"));
        assertThat(everyone(realm.caller("olga"), "fraud"))
                .extracting(PrincipalAccess::creator)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(realm.user("vic")));
    }

    private Optional<Membership> membershipAsToldTo(String caller) {
        return of(realm.caller(caller), "fraud", "user:vic").why().get(0).membership();
    }

    @Test
    void sleepingRolesAreToldAndGiveNothing() {
        realm.grant(realm.user("vic"), Role.CONSUMER, "fraud/payments/transactions");
        PrincipalAccess access = of(realm.caller("olga"), "fraud/payments/transactions", "user:vic");

        assertThat(access.roles()).isEmpty();
        assertThat(access.strongest()).isEmpty();
        assertThat(access.actions()).isEmpty();
        assertThat(access.why()).singleElement().satisfies(why -> assertThat(why.sleep())
                .contains(Sleep.PROJECT_ROLE_REQUIRED));
    }

    @Test
    void whoeverSeesANodeMayAskAboutThemself() {
        realm.node("open", new NodeTraits.Workspace(WorkspaceKind.DEV, false, WorkspaceSettings.DEFAULT));
        PrincipalAccess own = of(realm.caller("vic"), "open", "user:vic");

        assertThat(own.actions()).containsExactly(Action.VIEW);
        refused(ProblemCode.FORBIDDEN, () -> of(realm.caller("vic"), "open", "user:olga"));
        refused(ProblemCode.FORBIDDEN, () -> everyone(realm.caller("vic"), "open"));
    }

    @Test
    void anUnseenNodeAndNoneAreRefusedAlikeWhoeverIsAskedAbout() {
        realm.secret("fraud/hidden");
        realm.admin("ada");
        alike(
                ProblemCode.NO_SUCH_NODE,
                () -> of(realm.caller("vic"), "fraud", "user:vic"),
                () -> of(realm.caller("vic"), "fraud", "user:nobody"),
                () -> of(realm.caller("vic"), "nowhere", "user:vic"),
                () -> of(realm.caller("ada"), "fraud/hidden", "user:olga"),
                () -> everyone(realm.caller("ada"), "fraud/hidden"),
                () -> everyone(realm.caller("ada"), "fraud/nothing"));
    }

    @Test
    void anAdminWhoBreaksTheGlassIsPutOnRecord() {
        realm.secret("fraud/hidden");
        realm.admin("ada");
        List<PrincipalAccess> shown = everyone(realm.breakingGlass("ada", "incident 7"), "fraud/hidden");

        assertThat(shown).extracting(access -> access.principal().name()).containsExactly("olga");
        assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.node().orElseThrow().path()).hasToString("fraud/hidden");
                    assertThat(row.reason()).contains("incident 7");
                });
    }

    @Test
    void theHeaderOfSomebodyWhoIsNoAdminOpensNothing() {
        realm.secret("fraud/hidden");

        refused(ProblemCode.NO_SUCH_NODE, () -> everyone(realm.breakingGlass("vic", "let me"), "fraud/hidden"));
        assertThat(realm.auditLog().rows()).isEmpty();
    }

    @Test
    void everyoneAreMembersAndGroupsAndCanBeFilteredByType() {
        realm.directory().join(realm.user("vic"), realm.group("/teams"));
        realm.grant(realm.group("/teams"), Role.VIEWER, "fraud");
        realm.user("nobody");

        assertThat(everyone(realm.caller("olga"), "fraud"))
                .extracting(access -> access.principal().name())
                .containsExactly("/teams", "olga", "vic");
        assertThat(show.ofEveryone(
                                realm.caller("vic"),
                                ref("fraud"),
                                Optional.of(PrincipalType.GROUP),
                                Optional.empty(),
                                PageRequest.ofFirst(100))
                        .items())
                .extracting(access -> access.principal().name())
                .containsExactly("/teams");
    }

    @Test
    void ofASecretNodeOnlyOwnersCount() {
        realm.secret("fraud/hidden");
        realm.grant(realm.user("vic"), Role.EDITOR, "fraud/hidden");
        PrincipalAccess access = of(realm.caller("olga"), "fraud/hidden", "user:vic");

        assertThat(access.roles()).isEmpty();
        assertThat(access.why()).singleElement().satisfies(why -> assertThat(why.sleep())
                .contains(Sleep.SECRET));
    }

    @Test
    void anExpiredRoleIsToldAsExpired() {
        realm.grant(
                realm.user("vic"),
                Role.VIEWER,
                GrantTarget.node(realm.at("fraud").id()),
                Optional.of(realm.clock().instant()));

        assertThat(of(realm.caller("olga"), "fraud", "user:vic").why())
                .singleElement()
                .satisfies(why -> assertThat(why.sleep()).contains(Sleep.EXPIRED));
    }
}
