package io.featureaccess.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.application.Admins;
import io.featureaccess.application.fake.FakeGroups;
import io.featureaccess.application.fake.FakeRoleShifts;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.rule.RulePreview;
import io.featureaccess.domain.rule.RulePreview.RoleShift;
import io.featureaccess.domain.rule.RuleQuestion;
import io.featureaccess.matching.JsonRules;
import io.featureaccess.matching.Re2Patterns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dry run says, without changing anything. */
class PreviewRulesTest {

    private static final String TEAMS =
            "[{'conditions':[{'attribute':'g','match':'glob','value':'fs-*'}],'groups':['/teams/$1']}]";
    private static final String MADE =
            "[{'conditions':[{'attribute':'g','match':'glob','value':'fs-*'}],'groups':['/teams/$1'],'createMissing':true}]";
    private static final String ADMIN =
            "[{'conditions':[{'attribute':'g','match':'exact','value':'boss'}],'accountType':'admin'}]";

    private final RuleDesk desk = new RuleDesk();
    private final FakeRuleMappers mappers = new FakeRuleMappers();
    private final PreviewRules previews = new PreviewRules(
            new RuleGate(new Admins(desk.realm.directory()), mappers),
            new JsonRules(new Re2Patterns()),
            desk,
            new RuleForesight(
                    new RuleTargets(desk.realm.directory(), new NothingIsMade()),
                    desk.realm.directory(),
                    desk.powerful::contains),
            new RoleChanges(
                    desk.realm.directory(),
                    new FakeGroups(desk.realm),
                    new FakeRoleShifts(desk.realm),
                    desk.realm.clock()));

    private record NothingIsMade() implements Transactions<MakeGroups> {
        @Override
        public <T> T run(Function<MakeGroups, T> work) {
            throw new AssertionError("a dry run makes no groups");
        }
    }

    @BeforeEach
    void aTeamWithRoles() {
        desk.alice();
        desk.realm.admin("ada");
        desk.realm.node("fraud");
        desk.realm.group("/teams/fraud");
        desk.realm.group("/teams/risk");
        desk.realm.grant(desk.realm.group("/teams"), Role.VIEWER, "fraud");
        desk.realm.grant(desk.realm.group("/teams/fraud"), Role.CONSUMER, "fraud");
        desk.realm.grant(desk.realm.group("/teams/risk"), Role.OPERATOR, "fraud");
    }

    private RulePreview preview(String caller, RuleQuestion question) {
        return previews.preview(desk.realm.caller(caller), "corporate", question);
    }

    private RulePreview ofAlice(String... values) {
        return preview("ada", question(Optional.of("user:alice"), Optional.empty(), Optional.empty(), values));
    }

    private RulePreview ofSomebodyNew(String... values) {
        return preview("ada", question(Optional.empty(), Optional.empty(), Optional.empty(), values));
    }

    private static RuleQuestion question(
            Optional<String> principal, Optional<String> mapper, Optional<String> rules, String... values) {
        return new RuleQuestion(
                principal.map(PrincipalRef::parse),
                Map.of("g", List.of(values)),
                mapper,
                rules.map(text -> text.replace('\'', '"')));
    }

    private void refused(ProblemCode code, String caller, RuleQuestion question) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, () -> preview(caller, question));
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void somebodyNewGainsWhatTheRulesGiveAndWhatLiesAbove() {
        mappers.add("teams", true, TEAMS);

        RulePreview preview = ofSomebodyNew("fs-fraud", "other");

        assertThat(preview.principal()).isEmpty();
        assertThat(preview.groups().gained()).containsExactly("group:/teams/fraud");
        assertThat(preview.groups().lost()).isEmpty();
        assertThat(preview.roles().gained())
                .containsExactlyInAnyOrder(
                        new RoleShift("fraud", "viewer", "group:/teams"),
                        new RoleShift("fraud", "consumer", "group:/teams/fraud"));
        assertThat(preview.roles().lost()).isEmpty();
        assertThat(preview.notes()).isEmpty();
    }

    @Test
    void whoMovesKeepsWhatBothGroupsGive() {
        mappers.add("teams", true, TEAMS);
        desk.login("id-of-teams", TEAMS, Map.of("g", List.of("fs-fraud")));

        RulePreview preview = ofAlice("fs-risk");

        assertThat(preview.groups().gained()).containsExactly("group:/teams/risk");
        assertThat(preview.groups().lost()).containsExactly("group:/teams/fraud");
        assertThat(preview.roles().gained()).containsExactly(new RoleShift("fraud", "operator", "group:/teams/risk"));
        assertThat(preview.roles().lost()).containsExactly(new RoleShift("fraud", "consumer", "group:/teams/fraud"));
        assertThat(desk.groups()).containsExactly("/teams/fraud");
    }

    @Test
    void mappersAreAskedOneAfterTheOtherAndWhatOneGivesAnotherDoesNotTake() {
        mappers.add("first", true, TEAMS);
        mappers.add("second", true, "[]");
        desk.login("id-of-first", TEAMS, Map.of("g", List.of("fs-fraud")));

        assertThat(ofAlice("fs-fraud").groups().lost()).isEmpty();
        assertThat(ofAlice().groups().lost()).containsExactly("group:/teams/fraud");
    }

    @Test
    void aMapperOfFirstLoginsIsNotAskedOfSomebodyWhoIsThere() {
        mappers.add("once", false, TEAMS);

        assertThat(ofSomebodyNew("fs-fraud").groups().gained()).containsExactly("group:/teams/fraud");
        assertThat(ofAlice("fs-fraud").groups().gained()).isEmpty();
        assertThat(ofAlice("fs-fraud").notes())
                .containsExactly("the mapper 'once' is asked at somebody's first login only");
    }

    @Test
    void groupsThatAreMissingOrWouldBeMadeAreTold() {
        mappers.add("there", true, TEAMS);
        assertThat(ofSomebodyNew("fs-none").notes()).containsExactly("there is no group /teams/none");

        mappers.add("made", true, MADE);
        RulePreview preview = ofSomebodyNew("fs-none");
        assertThat(preview.groups().gained()).containsExactly("group:/teams/none");
        assertThat(preview.notes()).contains("the group /teams/none would be made");
    }

    @Test
    void groupsWithPowersOverTheServerAreNotGiven() {
        mappers.add("teams", true, TEAMS);
        desk.powerful.add(desk.realm.group("/teams/risk").id());

        RulePreview preview = ofSomebodyNew("fs-risk");

        assertThat(preview.groups().gained()).isEmpty();
        assertThat(preview.roles().gained()).isEmpty();
        assertThat(preview.notes())
                .containsExactly("the group /teams/risk has powers over Keycloak itself, which no rule gives");
    }

    @Test
    void theAccountTypeIsToldBeforeAndAfter() {
        mappers.add("admins", true, ADMIN);

        assertThat(ofAlice("boss").accountTypeBefore()).isEqualTo(AccountType.PRINCIPAL);
        assertThat(ofAlice("boss").accountTypeAfter()).isEqualTo(AccountType.ADMIN);
        desk.login("id-of-admins", ADMIN, Map.of("g", List.of("boss")));
        assertThat(ofAlice().accountTypeBefore()).isEqualTo(AccountType.ADMIN);
        assertThat(ofAlice().accountTypeAfter()).isEqualTo(AccountType.PRINCIPAL);
    }

    @Test
    void rulesThatAreNotSavedReplaceAMappersOrAreOneMore() {
        mappers.add("teams", true, TEAMS);
        Optional<String> nothing = Optional.of("[]");

        assertThat(preview("ada", question(Optional.empty(), Optional.of("teams"), nothing, "fs-fraud"))
                        .groups()
                        .gained())
                .isEmpty();
        assertThat(preview("ada", question(Optional.empty(), Optional.empty(), nothing, "fs-fraud"))
                        .groups()
                        .gained())
                .containsExactly("group:/teams/fraud");
        assertThat(preview("ada", question(Optional.empty(), Optional.empty(), Optional.of(ADMIN), "boss"))
                        .accountTypeAfter())
                .isEqualTo(AccountType.ADMIN);
    }

    @Test
    void rolesOnWhatIsHiddenFromTheOneWhoAsksAreLeftOut() {
        mappers.add("teams", true, TEAMS);
        desk.realm.node("fraud/vault", new NodeTraits.Project(true, false));
        desk.realm.grant(desk.realm.group("/teams/risk"), Role.OWNER, "fraud/vault");

        assertThat(ofSomebodyNew("fs-risk").roles().gained())
                .extracting(RoleShift::node)
                .containsOnly("fraud");
    }

    @Test
    void badQuestionsAreRefused() {
        mappers.add("teams", true, TEAMS);
        Optional<String> none = Optional.empty();

        refused(ProblemCode.FORBIDDEN, "alice", question(none, none, none));
        refused(ProblemCode.NOT_FOUND, "ada", question(none, Optional.of("no-such"), none));
        refused(ProblemCode.NOT_FOUND, "ada", question(none, Optional.of("no-such"), Optional.of("[]")));
        refused(ProblemCode.UNKNOWN_PRINCIPAL, "ada", question(Optional.of("user:nobody"), none, none));
        refused(ProblemCode.MALFORMED_VALUE, "ada", question(Optional.of("group:/teams"), none, none));
        refused(ProblemCode.UNKNOWN_FIELD, "ada", question(none, none, Optional.of("[{'odd':1}]")));
        DomainProblem elsewhere = catchThrowableOfType(
                DomainProblem.class,
                () -> previews.preview(desk.realm.caller("ada"), "elsewhere", question(none, none, none)));
        assertThat(elsewhere.code()).isEqualTo(ProblemCode.NOT_FOUND);
    }
}
