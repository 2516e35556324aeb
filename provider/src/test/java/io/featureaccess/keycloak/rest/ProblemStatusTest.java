package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.problem.ProblemCode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemStatusTest {

    private static final Set<Integer> OF_RULES = Set.of(403, 404, 409, 422);

    @ParameterizedTest
    @EnumSource
    void every_domain_problem_has_a_status_of_a_rule(ProblemCode code) {
        assertThat(OF_RULES).contains(ProblemStatus.of(code));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_the_exchange_has_a_status_of_an_error(HttpProblemCode code) {
        assertThat(ProblemStatus.of(code)).isBetween(400, 500);
    }

    @Test
    void codes_are_told_apart_by_their_names_alone() {
        Stream<String> domain = Stream.of(ProblemCode.values()).map(ProblemCode::id);
        Stream<String> http = Stream.of(HttpProblemCode.values()).map(HttpProblemCode::id);

        assertThat(Stream.concat(domain, http)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+"));
    }
}
