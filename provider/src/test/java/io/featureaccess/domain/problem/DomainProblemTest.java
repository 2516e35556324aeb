package io.featureaccess.domain.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainProblemTest {

    private static final String EMOJI = "\ud83d\ude00";

    @Test
    void aLongValueIsShortenedWithoutCuttingACharacterInTwo() {
        String detail =
                DomainProblem.unknownPrincipal("x".repeat(79) + EMOJI + EMOJI).detail();

        assertThat(detail).isEqualTo("there is no principal '" + "x".repeat(79) + "…'");
    }

    @Test
    void aWholeCharacterOutsideTheBasicPlaneIsEchoed() {
        assertThat(DomainProblem.unknownPrincipal("user:" + EMOJI).detail()).contains("'user:" + EMOJI + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\n", "\u001b", "\u0085", "\u202e", "\u2028", "\ud83d", "\ude00"})
    void whatCouldForgeALogLineOrBreakAnEncoderIsReplaced(String bad) {
        assertThat(DomainProblem.unknownPrincipal("a" + bad + "b").detail()).endsWith("'a?b'");
    }

    @Test
    void anUnknownFieldIsNamedShortlyAndCleanly() {
        DomainProblem problem = DomainProblem.unknownField("\ud83d" + "x".repeat(10_000), List.of("name", "kind"));

        assertThat(problem.field().orElseThrow()).startsWith("?xxx").hasSizeLessThan(100);
        assertThat(problem.detail()).endsWith("the fields are name, kind").hasSizeLessThan(200);
        assertThat(problem.allowed()).containsExactly("name", "kind");
    }

    @Test
    void codesAreDistinctAndWrittenInOneWay() {
        List<String> ids =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void anUnknownNodeAndAHiddenOneAreRefusedInTheSameWords() {
        assertThat(DomainProblem.noSuchNode().detail()).isEqualTo("there is no such node, or you cannot see it");
        assertThat(DomainProblem.noSuchNode().field()).isEmpty();
    }
}
