package io.featureaccess.keycloak.uma;

import static io.featureaccess.domain.role.Action.DELETE;
import static io.featureaccess.domain.role.Action.READ_ONLINE;
import static io.featureaccess.domain.role.Action.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UmaDecisionTest {

    private static final OptionalInt NO_LIMIT = OptionalInt.empty();
    private static final int MOST = 4;
    private static final Instant SOON = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

    private final FakeDecisions decisions = new FakeDecisions()
            .permit("a", VIEW, READ_ONLINE)
            .permit("a/b", VIEW)
            .permit("a/b/c", READ_ONLINE, DELETE)
            .permit("d", VIEW);

    @Test
    void ofTheActionsAskedForOnlyThePermittedOnesAreLeft() {
        assertThat(scopes(decide(NO_LIMIT, "a#view,read-online,delete"))).containsExactly("a:read-online,view");
    }

    @Test
    void deniedAndUnknownNodesDropOutAlike() {
        assertThat(scopes(decide(NO_LIMIT, "a#delete", "d#view", "no-such#view", "???")))
                .containsExactly("d:view");
    }

    @Test
    void whatIsDeniedIsToldForTheRecord() {
        decide(NO_LIMIT, "a#view,delete", "no-such#view", "d#view");
        assertThat(decisions.denied()).containsExactly("a#delete", "no-such#view");
    }

    @Test
    void whoeverAsksForAllThatTheyMayDoIsDeniedOnlyWhereThatIsNothing() {
        decide(NO_LIMIT, "a", "no-such");
        assertThat(decisions.denied()).containsExactly("no-such#view");
    }

    @Test
    void namedNodesComeInTheOrderAskedAndOnceEach() {
        assertThat(scopes(decide(NO_LIMIT, "d", "a#view", "a#read-online")))
                .containsExactly("d:view", "a:read-online,view");
    }

    @Test
    void aNodeNamedByPathAndByIdIsOneNode() {
        Asked byId = new PermissionParameters(false, null)
                .asked(FakeDecisions.id(NodePath.parse("d")).value(), List.of("view"));
        Permitted permitted = decision().decide(List.of(asked("d#view"), byId), List.of(), NO_LIMIT, MOST);
        assertThat(scopes(permitted)).containsExactly("d:view");
    }

    @Test
    void allNamedNodesCostOneQuestionToTheDatabase() {
        decide(NO_LIMIT, "a", "a/b#view", "a/b/c", "d#view", "no-such");
        assertThat(decisions.calls()).isEqualTo(1);
    }

    @Test
    void everythingCostsOneQuestionToTheDatabaseAndComesInPathOrder() {
        Permitted everything = decision().decide(List.of(Asked.EveryNode.EVERYTHING), List.of(), NO_LIMIT, MOST);
        assertThat(scopes(everything))
                .containsExactly("a:read-online,view", "a/b:view", "a/b/c:delete,read-online", "d:view");
        assertThat(decisions.calls()).isEqualTo(1);
    }

    @Test
    void moreThanTheMostIsAProblemUnlessTheRequestSetsALimit() {
        decisions.permit("e", VIEW);
        assertThatThrownBy(() ->
                        decide(NO_LIMIT, "resource-type:workspace", "resource-type:project", "#delete,read-online"))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY);
                    assertThat(problem.detail()).contains("more than 4", "response_permissions_limit");
                });
        assertThat(decide(OptionalInt.of(3), "#view").first(3).size()).isEqualTo(3);
    }

    @Test
    void nodesThatAreNamedAreNotLimitedByTheMost() {
        decisions.permit("e", VIEW).permit("f", VIEW);
        assertThat(decide(NO_LIMIT, "a", "a/b", "a/b/c", "d", "e", "f").size()).isEqualTo(6);
    }

    @Test
    void aKindAndSomeActionsRestrictEverything() {
        assertThat(scopes(decide(NO_LIMIT, "resource-type:workspace#read-online")))
                .containsExactly("a:read-online");
        assertThat(scopes(decide(NO_LIMIT, "#delete,read-online")))
                .containsExactly("a:read-online", "a/b/c:delete,read-online");
    }

    @Test
    void withSomeActionsTheLimitStillCountsTheFirstPermittedNodesOfAll() {
        assertThat(scopes(decide(OptionalInt.of(2), "#delete,view").first(2))).containsExactly("a:view", "a/b:view");
    }

    @Test
    void aLimitOfNothingPermitsNothing() {
        assertThat(decide(OptionalInt.of(0), "#view").isEmpty()).isTrue();
    }

    @Test
    void whatAnEarlierTokenHeldIsDecidedAnewTogetherWithTheRest() {
        List<Asked> earlier = List.of(asked("a/b#view"), asked("d#delete"));
        Permitted permitted = decision().decide(List.of(asked("a#view")), earlier, NO_LIMIT, MOST);
        assertThat(scopes(permitted)).containsExactly("a:view", "a/b:view");
        assertThat(decisions.calls()).isEqualTo(1);
    }

    @Test
    void theFirstEndOfWhatIsUsedEndsTheWhole() {
        decisions.until("a", LATER).until("d", SOON);
        assertThat(decide(NO_LIMIT, "a", "d").until()).contains(SOON);
        assertThat(decide(NO_LIMIT, "a", "d").first(1).until()).contains(LATER);
        assertThat(decide(NO_LIMIT, "a/b").until()).isEmpty();
    }

    @Test
    void aRequestIsCoveredWhereSomeOfItsActionsArePermitted() {
        Permitted permitted = decide(NO_LIMIT, "a", "d");
        assertThat(permitted.covers(asked("a#view,delete"))).isTrue();
        assertThat(permitted.covers(asked("d#delete"))).isFalse();
        assertThat(permitted.covers(asked("a/b#view"))).isFalse();
        assertThat(permitted.covers(asked("#update"))).isTrue();
    }

    private Permitted decide(OptionalInt limit, String... parameters) {
        return decision()
                .decide(Arrays.stream(parameters).map(UmaDecisionTest::asked).toList(), List.of(), limit, MOST);
    }

    private UmaDecision decision() {
        return new UmaDecision(decisions, new PrincipalId("alice"));
    }

    private static Asked asked(String parameter) {
        return new PermissionParameters(false, null).parse(parameter);
    }

    private static List<String> scopes(Permitted permitted) {
        return permitted.entries().stream()
                .map(entry -> entry.path() + ":"
                        + String.join(",", entry.scopes().stream().sorted().toList()))
                .toList();
    }
}
