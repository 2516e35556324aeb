package io.featureaccess.application;

import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.access.Check;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.Reason;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerChecksTest {

    private final FakeRealm realm = new FakeRealm();
    private final AnswerChecks checks = new AnswerChecks(
            new Principals(realm.directory()), new Decide(realm.facts(), realm.trail(), realm.clock()));

    @BeforeEach
    void aProject() {
        realm.node("fraud");
        realm.node("fraud/payments");
        realm.secret("fraud/hidden");
        realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        realm.grant(realm.user("vic"), Role.VIEWER, "fraud");
        realm.user("bob");
    }

    private List<Decision> answer(Caller caller, Check... asked) {
        return checks.answer(caller, List.of(asked));
    }

    private static Check check(String principal, Action action, String node) {
        return new Check(Optional.of(PrincipalRef.parse(principal)), action, NodePath.parse(node));
    }

    private static Check own(Action action, String node) {
        return new Check(Optional.empty(), action, NodePath.parse(node));
    }

    private static void saysNoSuchNode(Decision decision) {
        assertThat(decision.permit()).isFalse();
        assertThat(decision.reasons()).extracting(Reason::code).containsExactly(Reason.Code.NO_SUCH_NODE);
        assertThat(decision.smallestGrant()).isEmpty();
    }

    @Test
    void answersComeInTheOrderOfTheQuestions() {
        List<Decision> answers = answer(
                realm.caller("vic"),
                own(Action.VIEW, "fraud/payments"),
                own(Action.DELETE, "fraud/payments"),
                own(Action.VIEW, "nowhere"),
                own(Action.VIEW, "fraud/payments"));

        assertThat(answers).extracting(Decision::permit).containsExactly(true, false, false, true);
        assertThat(answers.get(1).smallestGrant())
                .contains(new Decision.SmallestGrant(Role.OWNER, NodePath.parse("fraud/payments")));
    }

    @Test
    void aHiddenNodeAndNoneAreTheSameDenial() {
        List<Decision> answers =
                answer(realm.caller("vic"), own(Action.VIEW, "fraud/hidden"), own(Action.VIEW, "fraud/nothing"));

        answers.forEach(AnswerChecksTest::saysNoSuchNode);
        assertThat(answers.get(0).reasons()).isEqualTo(answers.get(1).reasons());
    }

    @Test
    void aboutOthersWhoMaySeeAccessIsTold() {
        List<Decision> answers = answer(
                realm.caller("vic"),
                check("user:olga", Action.DELETE, "fraud"),
                check("user:bob", Action.VIEW, "fraud"));

        assertThat(answers).extracting(Decision::permit).containsExactly(true, false);
        assertThat(answers.get(1).smallestGrant())
                .contains(new Decision.SmallestGrant(Role.VIEWER, NodePath.parse("fraud")));
    }

    @Test
    void aboutAnOwnerOfAHiddenNodeNothingIsTold() {
        saysNoSuchNode(answer(realm.caller("vic"), check("user:olga", Action.VIEW, "fraud/hidden"))
                .get(0));
    }

    @Test
    void aboutOthersWithoutThatRightIsForbidden() {
        realm.grant(realm.user("bob"), Role.VIEWER, "fraud/payments");
        realm.admin("ada");

        saysNoSuchNode(answer(realm.caller("bob"), check("user:olga", Action.VIEW, "fraud"))
                .get(0));
        assertThat(answer(realm.caller("ada"), check("user:olga", Action.VIEW, "fraud"))
                        .get(0)
                        .permit())
                .isTrue();
    }

    @Test
    void theResourceServerAsksAboutAnyoneAndReadsWhatTheyWould() {
        Caller service = new Caller(
                realm.serviceAccount("feature-store").id(), "feature-store", true, Optional.empty(), "192.0.2.9");
        List<Decision> answers = answer(
                service,
                check("user:vic", Action.VIEW, "fraud"),
                check("user:vic", Action.VIEW, "fraud/hidden"),
                check("user:olga", Action.VIEW, "fraud/hidden"));

        assertThat(answers).extracting(Decision::permit).containsExactly(true, false, true);
        saysNoSuchNode(answers.get(1));
    }

    @Test
    void anAdminWhoBreaksTheGlassReadsAboutASecretNodeAndIsRecordedOncePerNode() {
        realm.admin("ada");
        Caller ada = realm.breakingGlass("ada", "incident 7");

        List<Decision> answers = answer(
                ada,
                own(Action.VIEW, "fraud/hidden"),
                check("user:olga", Action.DELETE, "fraud/hidden"),
                own(Action.VIEW, "fraud/payments"),
                own(Action.VIEW, "fraud/nothing"));

        assertThat(answers).extracting(Decision::permit).containsExactly(true, true, true, false);
        assertThat(realm.told())
                .singleElement()
                .satisfies(row -> assertThat(row.change()).isEqualTo(AuditChange.BREAK_GLASS))
                .satisfies(row -> assertThat(row.reason()).contains("incident 7"));
    }

    @Test
    void nobodyElseBreaksTheGlass() {
        saysNoSuchNode(answer(realm.breakingGlass("vic", "curious"), own(Action.VIEW, "fraud/hidden"))
                .get(0));
        assertThat(realm.told()).isEmpty();
    }

    @Test
    void somebodyWhoDoesNotExistIsRefusedByName() {
        assertThat(refused(
                                ProblemCode.UNKNOWN_PRINCIPAL,
                                () -> answer(realm.caller("vic"), check("user:nobody", Action.VIEW, "fraud")))
                        .detail())
                .contains("'user:nobody'");
    }

    @Test
    void aHundredAreAnsweredAndOneMoreIsTooMany() {
        Check one = own(Action.VIEW, "fraud");

        assertThat(checks.answer(realm.caller("vic"), Collections.nCopies(100, one)))
                .hasSize(100)
                .allMatch(Decision::permit);
        refused(ProblemCode.TOO_MANY, () -> checks.answer(realm.caller("vic"), Collections.nCopies(101, one)));
        assertThat(checks.answer(realm.caller("vic"), List.of())).isEmpty();
    }
}
