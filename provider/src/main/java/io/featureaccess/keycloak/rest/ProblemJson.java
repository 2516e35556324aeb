package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * A problem as RFC 9457 has it.
 *
 * @param code the stable name, for programs
 * @param instance only of our own faults: what to look for in the log
 * @param allowed the values there are, where there are few
 * @param field the offending field, parameter or header
 * @param line the offending line of an uploaded file, counted from 1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemJson(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        List<String> allowed,
        String field,
        Long line) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:feature-access:problem:";
    private static final int LONGEST_FIELD = 80;

    static Response answer(DomainProblem problem) {
        String code = problem.code().id();
        Long line = problem.line().isPresent() ? problem.line().getAsLong() : null;
        return answer(new ProblemJson(
                        TYPES + code,
                        title(code),
                        ProblemStatus.of(problem.code()),
                        code,
                        problem.detail(),
                        null,
                        problem.allowed(),
                        shortened(problem.field()),
                        line))
                .build();
    }

    static Response answer(HttpProblem problem) {
        String code = problem.code().id();
        Response.ResponseBuilder answer = answer(new ProblemJson(
                TYPES + code,
                title(code),
                ProblemStatus.of(problem.code()),
                code,
                problem.getMessage(),
                problem.instance().orElse(null),
                problem.allowed(),
                shortened(problem.field()),
                null));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    private static Response.ResponseBuilder answer(ProblemJson json) {
        return Response.status(json.status())
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(Json.write(json));
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    /** A huge field name must not come back whole in the answer about it. */
    private static String shortened(Optional<String> field) {
        return field.map(name -> name.length() <= LONGEST_FIELD ? name : name.substring(0, LONGEST_FIELD) + "…")
                .orElse(null);
    }
}
