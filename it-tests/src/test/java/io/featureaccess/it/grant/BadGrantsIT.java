package io.featureaccess.it.grant;

import static io.featureaccess.it.scene.Fraud.grants;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent that makes no sense gets a problem that says what would. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadGrantsIT {

    private Fraud fraud;

    @BeforeAll
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                   | 422 | missing-field     | principal
            {"principal":"user:bob"}                                             | 422 | missing-field     | role
            {"principal":"bob","role":"viewer"}                                  | 422 | malformed-value   | principal
            {"principal":"robot:bob","role":"viewer"}                            | 422 | malformed-value   | principal
            {"principal":"group:teams","role":"viewer"}                          | 422 | malformed-value   | principal
            {"principal":7,"role":"viewer"}                                      | 422 | malformed-value   | principal
            {"principal":"user:nobody","role":"viewer"}                          | 422 | unknown-principal | principal
            {"principal":"user:feature-store","role":"viewer"}                   | 422 | unknown-principal | principal
            {"principal":"user:service-account-feature-store","role":"viewer"}   | 422 | unknown-principal | principal
            {"principal":"id:00000000-0000-0000-0000-000000000000","role":"viewer"} | 422 | unknown-principal | principal
            {"principal":"id:x","role":"viewer"}                                 | 422 | unknown-principal | principal
            {"principal":"group:/nowhere","role":"viewer"}                       | 422 | unknown-principal | principal
            {"principal":"email:nobody@example.com","role":"viewer"}             | 409 | ambiguous-principal | principal
            {"principal":"user:bob","role":"king"}                               | 422 | unknown-role      | role
            {"principal":"user:bob","role":"Viewer"}                             | 422 | unknown-role      | role
            {"principal":"user:bob","role":"viewer","expiresAt":"tomorrow"}      | 422 | malformed-value   | expiresAt
            {"principal":"user:bob","role":"viewer","expiresAt":"2000-01-01T00:00:00Z"} | 422 | expiry-in-past | expiresAt
            {"principal":"user:bob","role":"viewer","expiresAt":"+12000-01-01T00:00:00Z"} | 422 | malformed-value | expiresAt
            {"principal":"user:bob","role":"viewer","reason":" "}                | 422 | malformed-value   | reason
            {"principal":"user:bob","role":"viewer","reason":"a\\u0000b"}        | 422 | malformed-value   | reason
            {"principal":"user:bob","role":"viewer","replace":"yes"}             | 422 | malformed-value   | replace
            {"principal":"user:bob","role":"viewer","since":"now"}               | 422 | unknown-field     | since
            {"principal":"user:bob","role":"viewer","principalId":"other"}       | 409 | principal-mismatch | principalId
            [{"principal":"user:bob"}]                                           | 422 | missing-field     | grants[0].role
            [7]                                                                  | 422 | malformed-value   | grants[0]
            "viewer"                                                             | 422 | malformed-value   | body
            {"principal":"user:bob","role":"viewer","role":"owner"}              | 400 | duplicate-field   | role
            {"principal":                                                        | 400 | malformed-json    |
            """)
    void is_refused_by_name(String body, int status, String code, String field) {
        Answer answer = fraud.as("olga").put(grants("fraud"), body);

        assertThat(answer.expect(status).code()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(field == null ? "" : field);
        assertThat(fraud.held("fraud")).containsExactlyInAnyOrder("user:olga owner", "user:vic viewer");
    }

    @Test
    void unknown_role_is_answered_with_those_there_are() {
        Answer answer = fraud.as("olga").put(grants("fraud"), Fraud.wanted("user:bob", "king"));

        assertThat(answer.json().path("allowed"))
                .extracting(role -> role.asText())
                .containsExactly(
                        "owner", "editor", "sensitive-consumer", "consumer", "operator", "viewer", "data-reader");
    }

    @Test
    void reason_of_five_hundred_characters_is_taken_and_one_more_is_not() {
        Map<String, Object> longest = Fraud.wanted("user:vic", "operator", "reason", "é".repeat(500));
        fraud.as("olga").put(grants("fraud/payments"), longest).expect(200);

        longest.put("reason", "é".repeat(501));
        assertThat(fraud.as("olga")
                        .put(grants("fraud/payments"), longest)
                        .expect(422)
                        .code())
                .isEqualTo("malformed-value");
    }

    @Test
    void five_hundred_and_one_grants_are_too_many() {
        List<Map<String, Object>> many = Collections.nCopies(501, Fraud.wanted("user:bob", "viewer"));
        Answer answer = fraud.as("olga").put(grants("fraud"), many);

        assertThat(answer.expect(422).code()).isEqualTo("too-many");
    }

    @Test
    void one_role_twice_with_two_ends_is_refused() {
        Answer answer = fraud.as("olga")
                .put(
                        grants("fraud"),
                        List.of(
                                Fraud.wanted("user:bob", "viewer"),
                                Fraud.wanted("email:bob@example.com", "viewer", "expiresAt", "2099-01-01T00:00:00Z")));

        assertThat(answer.expect(422).code()).isEqualTo("malformed-value");
        assertThat(answer.json().path("field").asText()).isEqualTo("expiresAt");
    }

    @ParameterizedTest
    @CsvSource({
        "?max=0,422,malformed-value",
        "?max=501,422,malformed-value",
        "?first=-1,422,malformed-value",
        "?first=x,422,malformed-value",
        "?sort=name,422,unknown-field"
    })
    void pages_that_make_no_sense_are_refused(String query, int status, String code) {
        assertThat(fraud.as("olga").get(grants("fraud") + query).expect(status).code())
                .isEqualTo(code);
    }
}
