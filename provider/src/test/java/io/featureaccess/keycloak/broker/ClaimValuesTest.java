package io.featureaccess.keycloak.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims as tokens and user info have them. */
class ClaimValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\"              | a",
                "[\"a\",\"b\"]      | a b",
                "[[\"a\"],\"b\"]    | a b",
                "7                  | 7",
                "true               | true",
                "[1,2.5,false]      | 1 2.5 false",
            })
    void valuesAreTextsWhereverTheyComeFrom(String json, String texts) throws JsonProcessingException {
        List<String> expected = List.of(texts.split(" "));

        assertThat(ClaimValues.of(new ObjectMapper().readValue(json, Object.class)))
                .isEqualTo(expected);
        assertThat(ClaimValues.of(new ObjectMapper().readTree(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "[]", "{}", "{\"a\":\"b\"}", "[null,{\"a\":1}]"})
    void whatIsNoValueIsNone(String json) throws JsonProcessingException {
        assertThat(ClaimValues.of(new ObjectMapper().readValue(json, Object.class)))
                .isEmpty();
        assertThat(ClaimValues.of(new ObjectMapper().readTree(json))).isEmpty();
    }

    @Test
    void whatWasNotSentIsNothing() {
        assertThat(ClaimValues.of(null)).isEmpty();
        assertThat(ClaimValues.of(Map.of())).isEmpty();
        assertThat(ClaimValues.of(Arrays.asList(null, "a"))).containsExactly("a");
    }
}
