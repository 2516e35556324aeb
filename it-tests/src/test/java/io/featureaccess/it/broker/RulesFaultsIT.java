package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are written wrongly are refused when they are saved; and whatever is wrong with them later, people come in. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesFaultsIT {

    private static final String GIVES_A =
            "[{'conditions':[{'attribute':'teams','match':'exact','value':'a'}],'groups':['/a']}]";

    private TestRealm realm;

    @AutoClose
    private Company company;

    private FeatureAccessApi ada;

    @BeforeAll
    void aCompany(TestRealm made) {
        realm = made;
        ada = new Fraud(realm).as("ada");
        company = new Company(realm);
        realm.directory().group("/a");
        realm.directory().group("/b");
    }

    @AfterEach
    void withoutMappers() {
        company.removeMappers();
    }

    private JsonNode lastFailure(String name) {
        return ada.get("audit?change=rules-failed&principal=user:" + name)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'rules':[]}                                                                                              | 'rules'
            [{'conditions':[{'attribute':'t','match':'regex','value':'('}],'groups':['/a']}]                          | rules[0].conditions[0].value
            [{'conditions':[{'attribute':'t','match':'regex','value':'(?=a)'}],'groups':['/a']}]                      | rules[0].conditions[0].value
            [{'conditions':[{'attribute':'t','match':'like','value':'x'}],'groups':['/a']}]                           | exact, glob, regex
            [{'conditions':[{'attribute':'t','match':'exact','value':'x'}],'group':['/a']}]                           | rules[0].group
            [{'conditions':[{'attribute':'t','match':'exact','value':'x','negate':true}],'groups':['/a']}]            | rules[0].conditions[0].negate
            [{'conditions':[],'groups':['/a']}]                                                                       | rules[0].conditions
            [{'conditions':[{'attribute':'t','match':'exact','value':'x'}],'groups':['teams']}]                       | rules[0].groups[0]
            [{'conditions':[{'attribute':'t','match':'glob','value':'*'}],'groups':['/$1']}]                          | literal group
            [{'conditions':[{'attribute':'t','match':'exact','value':'x'}],'groups':['/a/$1']}]                       | capture nothing
            [{'conditions':[{'attribute':'t','match':'glob','value':'x*'}],'accountType':'admin'}]                    | compares exactly
            [{'conditions':[{'attribute':'t','match':'exact','value':'x'}],'accountType':'root'}]                     | admin
            """)
    void wrong_rules_are_refused_when_saved_and_those_that_were_stay(String rules, String words) {
        for (Protocol protocol : Protocol.values()) {
            String id = company.rules(protocol, "rules", GIVES_A);

            Answer changed = company.change(protocol, id, rules);
            assertThat(changed.expect(400).body()).contains(words);
            company.mapper(protocol, "more", protocol.mapper(), "INHERIT", Map.of("rules", rules.replace('\'', '"')))
                    .expect(400);

            JsonNode all = realm.admin()
                    .get("identity-provider/instances/" + protocol.alias() + "/mappers")
                    .json();
            assertThat(all.findValuesAsText("name")).contains("rules").doesNotContain("more");
            assertThat(all.findValuesAsText("rules")).containsExactly(GIVES_A.replace('\'', '"'));
            company.removeMapper(protocol, id);
        }
    }

    @Test
    void a_realm_brings_its_mappers_along_or_is_refused_with_wrong_ones() {
        String name = realm.name() + "-imported";
        String template = """
                {'realm':'%s','enabled':true,
                 'identityProviders':[{'alias':'corp','providerId':'oidc','config':{'clientId':'x','clientSecret':'y',
                   'authorizationUrl':'http://127.0.0.1:1/a','tokenUrl':'http://127.0.0.1:1/t'}}],
                 'identityProviderMappers':[{'name':'rules','identityProviderAlias':'corp',
                   'identityProviderMapper':'feature-access-oidc-rules','config':{'syncMode':'INHERIT','rules':'%s'}}]}""";
        JsonNode wrong = Json.of(template, name, "[{}]");
        assertThat(realm.server().admin().post("realms", wrong).status()).isBetween(400, 499);
        realm.server().admin().get("realms/" + name).expect(404);

        realm.server().admin().post("realms", Json.of(template, name, "[]")).expect(201);
        realm.server().admin().delete("realms/" + name).expect(204);
    }

    @Test
    void rules_that_cannot_be_read_any_more_keep_nobody_out_and_take_nothing() {
        String id = company.rules(Protocol.OIDC, "rules", GIVES_A);
        company.person("spoilt", "a");
        company.login(Protocol.OIDC, "spoilt");
        realm.server()
                .database()
                .update("UPDATE IDP_MAPPER_CONFIG SET \"VALUE\" = '[{' WHERE IDP_MAPPER_ID = ? AND NAME = 'rules'", id);
        realm.admin().post("clear-realm-cache", "{}").expect(204);

        company.login(Protocol.OIDC, "spoilt");

        assertThat(company.groups("spoilt")).containsExactly("/a");
        assertThat(lastFailure("spoilt").path("problems").toString()).contains("the rules cannot be read");
    }

    @Test
    void a_rule_leads_to_no_group_of_another_realm() {
        company.group("/foreign");
        company.rules(
                Protocol.OIDC,
                "rules",
                "[{'conditions':[{'attribute':'teams','match':'exact','value':'a'}],'groups':['/foreign']}]");
        company.person("abroad", "a");

        company.login(Protocol.OIDC, "abroad");

        assertThat(company.groups("abroad")).isEmpty();
        assertThat(lastFailure("abroad").path("problems").toString()).contains("there is no group /foreign");
    }

    @Test
    void no_rule_gives_powers_over_the_server() {
        realm.directory().group("/operators");
        String role = "clients/" + realm.directory().clientId("realm-management") + "/roles/manage-users";
        realm.admin()
                .post(
                        "groups/" + realm.directory().groupId("/operators") + "/role-mappings/clients/"
                                + realm.directory().clientId("realm-management"),
                        List.of(realm.admin().get(role).expect(200).json()))
                .expect(204);
        company.rules(
                Protocol.SAML,
                "rules",
                "[{'conditions':[{'attribute':'teams','match':'exact','value':'a'}],'groups':['/operators','/a']}]");
        company.person("climber", "a");

        company.login(Protocol.SAML, "climber");

        assertThat(company.groups("climber")).containsExactly("/a");
        assertThat(lastFailure("climber").path("problems").toString()).contains("/operators", "powers over Keycloak");
    }

    @Test
    void a_fault_of_the_database_keeps_nobody_out() {
        company.rules(Protocol.OIDC, "rules", GIVES_A);
        company.person("unlucky", "a");
        realm.server().database().update("ALTER TABLE FA_RULE_MEMBERSHIP RENAME TO FA_RULE_AWAY");
        try {
            company.login(Protocol.OIDC, "unlucky");
        } finally {
            realm.server().database().update("ALTER TABLE FA_RULE_AWAY RENAME TO FA_RULE_MEMBERSHIP");
        }
        assertThat(lastFailure("unlucky").path("problems").toString()).contains("an error of the server");

        company.login(Protocol.OIDC, "unlucky");
        assertThat(company.groups("unlucky")).containsExactly("/a");
    }
}
