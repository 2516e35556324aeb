package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void one_value_in_utf_8_is_read() {
        JsonNode read = Json.read("{\"name\":\"Zürich 🏔\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(read.path("name").textValue()).isEqualTo("Zürich 🏔");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{} {}",
                "{}x",
                "nul",
                "NaN",
                "01",
                "\"open",
                "// comment\n{}",
                "{\"a\":+1}"
            })
    void what_is_no_json_is_refused_as_such(String text) {
        refused(HttpProblemCode.MALFORMED_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void body_that_is_not_there_is_told_from_one_that_is_wrong(String text) {
        refused(HttpProblemCode.MISSING_BODY, text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'},
                new byte[] {'"', (byte) 0xE4, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                "{}".getBytes(StandardCharsets.UTF_16),
                new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0});
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void other_encodings_are_not_guessed(byte[] bytes) {
        refused(HttpProblemCode.MALFORMED_JSON, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"x\":1,\"name\":null}",
                "{\"x\":{\"name\":1,\"name\":1}}",
                "{\"name\":\"a\",\"n\\u0061me\":\"b\"}"
            })
    void field_that_stands_twice_is_refused_by_name(String text) {
        HttpProblem problem = refused(HttpProblemCode.DUPLICATE_FIELD, text.getBytes(StandardCharsets.UTF_8));

        assertThat(problem.field()).contains("name");
    }

    @Test
    void nesting_ends_before_the_stack_does() {
        refused(HttpProblemCode.MALFORMED_JSON, "[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void number_too_long_to_be_meant_is_refused() {
        byte[] digits = new byte[500_000];
        Arrays.fill(digits, (byte) '9');

        refused(HttpProblemCode.MALFORMED_JSON, digits);
    }

    @Test
    void refusal_does_not_repeat_what_was_sent() {
        HttpProblem problem = refused(
                HttpProblemCode.MALFORMED_JSON, "{\"key\":\"fsk_secret\" oops}".getBytes(StandardCharsets.UTF_8));

        assertThat(problem.getMessage()).doesNotContain("fsk_secret");
    }

    private static HttpProblem refused(HttpProblemCode code, byte[] body) {
        HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> Json.read(body));
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        return problem;
    }
}
