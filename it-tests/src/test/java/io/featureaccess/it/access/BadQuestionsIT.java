package io.featureaccess.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions, readings and settings that make no sense get a problem that says what would. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadQuestionsIT {

    private Fraud fraud;

    @BeforeAll
    void store(TestRealm realm) {
        fraud = new Fraud(realm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                     | missing-field     | checks
            {"checks":{}}                                          | malformed-value   | checks
            {"checks":[7]}                                         | malformed-value   | checks[0]
            {"checks":[{"node":"fraud"}]}                          | missing-field     | checks[0].action
            {"checks":[{"action":"view"}]}                         | missing-field     | checks[0].node
            {"checks":[{"action":"fly","node":"fraud"}]}           | unknown-action    | action
            {"checks":[{"action":"view","node":"Fraud"}]}          | malformed-value   | node
            {"checks":[{"action":"view","node":"a/b/c/d"}]}        | malformed-value   | node
            {"checks":[{"action":"view","node":""}]}               | malformed-value   | node
            {"checks":[{"action":"view","node":"fraud","as":"x"}]} | unknown-field     | checks[0].as
            {"checks":[{"action":"view","node":"fraud","principal":"olga"}]}        | malformed-value   | principal
            {"checks":[{"action":"view","node":"fraud","principal":"user:nobody"}]} | unknown-principal | principal
            {"checks":[],"limit":3}                                | unknown-field     | limit
            """)
    void questions_are_refused_by_name(String body, String code, String field) {
        Answer answer = fraud.as("vic").post("decisions", body);

        assertThat(answer.expect(422).code()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "?change=explosion,422,malformed-value",
        "?since=yesterday,422,malformed-value",
        "?node=Fraud,422,malformed-value",
        "?principal=bob,422,malformed-value",
        "?actor=user:nobody,422,unknown-principal",
        "?cursor=nonsense,422,malformed-value",
        "?max=0,422,malformed-value",
        "?max=501,422,malformed-value",
        "?order=asc,422,unknown-field"
    })
    void readings_of_the_record_are_refused(String query, int status, String code) {
        assertThat(fraud.as("ada").get("audit" + query).expect(status).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"maxPermissions":0}       | malformed-value
            {"maxPermissions":10001}   | malformed-value
            {"maxPermissions":"many"}  | malformed-value
            {"maxPermissions":1.5}     | malformed-value
            {"maxPermissions":1e99}    | malformed-value
            {"rptLifespan":3601}       | malformed-value
            {"auditRetentionDays":-1}  | malformed-value
            {"auditDenials":"some"}    | malformed-value
            {"client":"other"}         | unknown-field
            """)
    void settings_are_refused(String body, String code) {
        assertThat(fraud.as("ada").patch("settings", body).expect(422).code()).isEqualTo(code);
    }
}
