package io.featureaccess.domain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.problem.DomainProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodePathTest {

    @ParameterizedTest
    @CsvSource({
        "fraud,                       workspace,   fraud",
        "fraud/payments,              project,     payments",
        "fraud/payments/transactions, feature-set, transactions",
    })
    void theKindIsTheDepthAndTheNameTheLastSegment(String text, String kind, String name) {
        NodePath path = NodePath.parse(text);

        assertThat(path.kind().id()).isEqualTo(kind);
        assertThat(path.name()).isEqualTo(name);
        assertThat(path).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "a", "9.9", "a-b", "a_b", "a.b-c_d", "a..", "a/b/c", "x--"})
    void theseAreNames(String text) {
        assertThat(NodePath.parse(text)).hasToString(text);
        assertThat(NodePath.tryParse(text)).contains(NodePath.parse(text));
    }

    @Test
    void aWorkspaceIsNotNamedLikeAnIdForItWouldBeTakenForAnothersNode() {
        String id = NodeId.random().value();

        assertThat(NodePath.tryParse(id)).isEmpty();
        assertThat(NodePath.tryParse("fraud/" + id)).isPresent();
    }

    @Test
    void theLongestPathHasThreeSegmentsOf63Characters() {
        String longest = String.join("/", "a".repeat(63), "b".repeat(63), "c".repeat(63));

        assertThat(longest).hasSize(NodePath.MAX_LENGTH);
        assertThat(NodePath.parse(longest)).hasToString(longest);
    }

    @Test
    void whatIsNoPathIsEmptyAtDoorsThatMustNotTell() {
        assertThat(NodePath.tryParse("no path")).isEmpty();
        assertThat(NodePath.tryParse(null)).isEmpty();
    }

    @Test
    void theLineageRunsFromTheWorkspaceDown() {
        assertThat(NodePath.parse("a/b/c").lineage()).map(NodePath::toString).containsExactly("a", "a/b", "a/b/c");
        assertThat(NodePath.parse("a/b/c").parent()).contains(NodePath.parse("a/b"));
        assertThat(NodePath.parse("a").parent()).isEmpty();
    }

    @Test
    void aChildIsOneSegmentDeeper() {
        assertThat(NodePath.parse("a/b").child("c")).isEqualTo(NodePath.parse("a/b/c"));
    }

    @Test
    void aChildsBadNameIsAProblemOfTheFieldName() {
        assertThatThrownBy(() -> NodePath.parse("a").child("B"))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> assertThat(problem.field())
                        .contains("name"));
    }

    @Test
    void aFeatureSetHasNoChildren() {
        assertThatThrownBy(() -> NodePath.parse("a/b/c").child("d"))
                .isInstanceOf(DomainProblem.class)
                .hasMessageContaining("one to three segments");
    }
}
