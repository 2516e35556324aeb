package io.featureaccess.keycloak.uma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionParametersTest {

    private static final Set<Action> ALL = EnumSet.allOf(Action.class);
    private static final String ID = "0a1b2c3d-0000-4000-8000-00000000abcd";

    private final PermissionParameters parameters = new PermissionParameters(false, null);

    @Test
    void aPathWithActionsAsksForThoseActions() {
        assertThat(parameters.parse("fraud/payments#view,read-online"))
                .isEqualTo(node("fraud/payments", Set.of(Action.VIEW, Action.READ_ONLINE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud", "fraud#"})
    void aPathAloneAsksForEveryAction(String parameter) {
        assertThat(parameters.parse(parameter)).isEqualTo(node("fraud", ALL));
    }

    @Test
    void whatLooksLikeAnIdIsNeverAPath() {
        assertThat(parameters.parse(ID + "#view"))
                .isEqualTo(new Asked.OneNode(Optional.of(NodeRef.of(new NodeId(ID))), Set.of(Action.VIEW)));
    }

    @Test
    void anIdBelowAWorkspaceIsAPath() {
        assertThat(parameters.parse("fraud/" + ID)).isEqualTo(node("fraud/" + ID, ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fraud", "/fraud", "fraud/", "a/b/c/d", "resource-type:dataset", "../x", "a b"})
    void whatCanNameNoNodeIsAskedForLikeANodeThatDoesNotExist(String reference) {
        assertThat(parameters.parse(reference)).isEqualTo(new Asked.OneNode(Optional.empty(), ALL));
    }

    @Test
    void anActionAloneAsksForEveryNode() {
        assertThat(parameters.parse("#delete")).isEqualTo(new Asked.EveryNode(Optional.empty(), Set.of(Action.DELETE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-type", "resource-type-any", "resource-type-instance", "resource-type-owner"})
    void everyFormOfATypeAsksForTheNodesOfThatKind(String form) {
        assertThat(parameters.parse(form + ":feature-set#view"))
                .isEqualTo(new Asked.EveryNode(Optional.of(NodeKind.FEATURE_SET), Set.of(Action.VIEW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fraud#own", "no/such/node#own", "#own", "fraud#view,own", "fraud#view,,delete", "fraud# view"})
    void anUnknownActionIsRefusedAndTheKnownOnesAreNamed(String parameter) {
        assertThatThrownBy(() -> parameters.parse(parameter)).isInstanceOfSatisfying(DomainProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_ACTION);
            assertThat(problem.detail()).contains("view-access", "suppress-recreates");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#", "fraud#view#delete"})
    void whatAsksForNothingOrTooMuchIsMalformed(String parameter) {
        assertThatThrownBy(() -> parameters.parse(parameter))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.MALFORMED_VALUE));
    }

    @Test
    void byUriNothingIsFoundButActionsAloneStillAskForEveryNode() {
        PermissionParameters byUri = new PermissionParameters(true, null);
        assertThat(byUri.parse("/fraud#view")).isEqualTo(new Asked.OneNode(Optional.empty(), Set.of(Action.VIEW)));
        assertThat(byUri.parse("fraud#view")).isEqualTo(new Asked.OneNode(Optional.empty(), Set.of(Action.VIEW)));
        assertThat(byUri.parse("#view")).isEqualTo(new Asked.EveryNode(Optional.empty(), Set.of(Action.VIEW)));
    }

    @Test
    void theScopeParameterAddsItsActionsToThoseOfEachPermission() {
        PermissionParameters scoped = new PermissionParameters(false, "openid delete");
        assertThat(scoped.parse("fraud#view")).isEqualTo(node("fraud", Set.of(Action.VIEW, Action.DELETE)));
        assertThat(scoped.parse("fraud")).isEqualTo(node("fraud", Set.of(Action.DELETE)));
    }

    @Test
    void aScopeParameterWithoutActionsIsNoAnswerToWhichActions() {
        PermissionParameters scoped = new PermissionParameters(false, "openid");
        assertThat(scoped.parse("fraud#view")).isEqualTo(node("fraud", Set.of(Action.VIEW)));
        assertThatThrownBy(() -> scoped.parse("fraud")).isInstanceOf(DomainProblem.class);
    }

    @Test
    void theActionsOfATicketAreThoseItNames() {
        assertThat(parameters.asked(ID, List.of("view")))
                .isEqualTo(new Asked.OneNode(Optional.of(NodeRef.of(new NodeId(ID))), Set.of(Action.VIEW)));
        assertThat(parameters.asked(null, List.of("view")))
                .isEqualTo(new Asked.EveryNode(Optional.empty(), Set.of(Action.VIEW)));
    }

    private static Asked node(String path, Set<Action> actions) {
        return new Asked.OneNode(Optional.of(NodeRef.of(NodePath.parse(path))), actions);
    }
}
