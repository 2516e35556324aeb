package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.problem.DomainProblem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParamsTest {

    @ParameterizedTest
    @CsvSource({
        "first=-1,          malformed-value, first",
        "first=x,           malformed-value, first",
        "first=1.5,         malformed-value, first",
        "first=9999999999,  malformed-value, first",
        "first=٣,           malformed-value, first",
        "max=0,             malformed-value, max",
        "max=501,           malformed-value, max",
        "max=10&max=20,     malformed-value, max",
        "limit=10,          unknown-field,   limit",
        "first=1&Max=2,     unknown-field,   Max",
    })
    void page_that_cannot_be_is_refused_at_its_parameter(String query, String code, String field) {
        DomainProblem problem = catchThrowableOfType(
                DomainProblem.class, () -> params(query).only("first", "max").page());

        assertThat(problem).isNotNull();
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.field()).contains(field);
    }

    @Test
    void page_is_the_usual_one_unless_said() {
        assertThat(params("").page()).isEqualTo(new PageRequest(0, PageRequest.USUAL));
        assertThat(params("first=&max=").page()).isEqualTo(new PageRequest(0, PageRequest.USUAL));
        assertThat(params("first=500&max=500").page()).isEqualTo(new PageRequest(500, 500));
    }

    @ParameterizedTest
    @CsvSource({"recursive=yes", "recursive=1", "recursive=TRUE", "recursive=true&recursive=true"})
    void flag_is_true_or_false_once(String query) {
        DomainProblem problem =
                catchThrowableOfType(DomainProblem.class, () -> params(query).flag("recursive"));

        assertThat(problem).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"under=", "under=a//b", "under=a/b/c/d", "under=/a", "under=A"})
    void malformed_path_is_refused_at_its_parameter_or_counts_as_none(String query) {
        String text = params(query).text("under").orElse("");
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, () -> QueryParams.path("under", text));

        assertThat(problem.field()).contains("under");
    }

    @Test
    void route_without_parameters_says_so() {
        DomainProblem problem =
                catchThrowableOfType(DomainProblem.class, () -> params("x=1").only());

        assertThat(problem.code().id()).isEqualTo("unknown-field");
    }

    private static QueryParams params(String query) {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.add(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new QueryParams(values);
    }
}
