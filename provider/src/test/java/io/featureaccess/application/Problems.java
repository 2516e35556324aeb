package io.featureaccess.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expected refusals. */
final class Problems {

    private Problems() {}

    /** The problem, if the call is refused with this code. */
    static DomainProblem refused(ProblemCode code, ThrowingCallable call) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, call);
        assertThat(problem).as("expected %s", code.id()).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        return problem;
    }

    /** Refused with this code in the same words: who is refused cannot tell the calls apart. */
    static void alike(ProblemCode code, ThrowingCallable... calls) {
        List<String> details = Arrays.stream(calls)
                .map(call -> refused(code, call).detail())
                .distinct()
                .toList();
        assertThat(details).hasSize(1);
    }
}
