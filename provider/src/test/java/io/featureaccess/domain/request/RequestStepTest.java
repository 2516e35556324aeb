package io.featureaccess.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.support.MarkdownTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step from every state: where it leads, or the code of its refusal. */
class RequestStepTest {

    private static final String TABLE = """
            | step     | PENDING   | GRANTED     | REJECTED    | WITHDRAWN   | EXPIRED     | REVOKED     |
            |----------|-----------|-------------|-------------|-------------|-------------|-------------|
            | approve  | GRANTED   | not-pending | not-pending | not-pending | not-pending | not-pending |
            | reject   | REJECTED  | not-pending | not-pending | not-pending | not-pending | not-pending |
            | withdraw | WITHDRAWN | not-pending | not-pending | not-pending | not-pending | not-pending |
            | lapse    | EXPIRED   | not-pending | not-pending | not-pending | not-pending | not-pending |
            | revoke   | not-granted | REVOKED   | not-granted | not-granted | not-granted | not-granted |
            | run-out  | not-granted | EXPIRED   | not-granted | not-granted | not-granted | not-granted |
            """;

    @TestFactory
    Stream<DynamicTest> every_step_leads_where_the_table_says() {
        return MarkdownTable.parse(TABLE).rows().stream().flatMap(this::ofRow);
    }

    private Stream<DynamicTest> ofRow(Map<String, String> row) {
        RequestStep step =
                RequestStep.valueOf(row.get("step").toUpperCase(Locale.ROOT).replace('-', '_'));
        return Arrays.stream(RequestState.values())
                .map(state -> dynamicTest(step + " from " + state, () -> assertThat(outcome(step, state))
                        .isEqualTo(row.get(state.id()))));
    }

    private static String outcome(RequestStep step, RequestState state) {
        try {
            return step.from(state).id();
        } catch (DomainProblem refused) {
            return refused.code().id();
        }
    }
}
