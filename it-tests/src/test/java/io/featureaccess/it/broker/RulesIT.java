package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules read, changed and tried out by the API, beside what logins then really do. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {

    private static final String AT = "identity-providers/company-oidc/";
    private static final String TEAM_RULE =
            "{'conditions':[{'attribute':'teams','match':'regex','value':'fs-(.+)'}],'groups':['/fs/$1']}";

    private TestRealm realm;

    @AutoClose
    private Company company;

    private FeatureAccessApi ada;
    private FeatureAccessApi vic;

    @BeforeAll
    void aStoreWithACompany(TestRealm made) {
        realm = made;
        Fraud fraud = new Fraud(realm);
        ada = fraud.as("ada");
        vic = fraud.as("vic");
        company = new Company(realm);
        for (String team : List.of("fraud", "risk", "vault")) {
            realm.directory().group("/fs/" + team);
        }
        ada.grant("fraud", "group:/fs", "viewer").expect(200);
        ada.grant("fraud", "group:/fs/fraud", "consumer").expect(200);
        ada.grant("fraud", "group:/fs/risk", "operator").expect(200);
    }

    @BeforeEach
    void oneMapper() {
        company.removeMappers();
        company.rules(Protocol.OIDC, "teams", "[" + TEAM_RULE + "]");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.isTextual() ? element.asText() : element.toString()));
        return texts;
    }

    private JsonNode preview(String body) {
        return ada.post(AT + "dry-run", Json.of(body)).expect(200).json();
    }

    @Test
    void rules_are_listed_read_and_changed() {
        JsonNode listed = ada.get(AT + "rules").expect(200).json();
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        JsonNode rules = ada.get(AT + "rules/teams").expect(200).json();
        assertThat(listed.path("items").get(0)).isEqualTo(rules);
        assertThat(rules.path("mapper").asText()).isEqualTo("feature-access-oidc-rules");
        assertThat(rules.path("everyLogin").asBoolean()).isTrue();
        assertThat(rules.path("rules").toString()).isEqualTo("[" + TEAM_RULE.replace('\'', '"') + "]");
        assertThat(ada.get(AT + "rules/" + rules.path("id").asText())
                        .expect(200)
                        .json())
                .isEqualTo(rules);

        JsonNode changed = ada.put(AT + "rules/teams", Json.of("{'rules':[],'reason':'nobody comes any more'}"))
                .expect(200)
                .json();
        assertThat(changed.path("rules")).isEmpty();
        assertThat(ada.get(AT + "rules/teams").json()).isEqualTo(changed);
        JsonNode row =
                ada.get("audit?change=rules-changed").json().path("items").get(0);
        assertThat(row.path("reason").asText()).isEqualTo("nobody comes any more");
        assertThat(row.path("actor").asText()).isEqualTo("ada");
        assertThat(row.path("before").path("rules").asText()).contains("/fs/$1");
        assertThat(row.path("after").path("rules").asText()).isEqualTo("[]");
        assertThat(rulesChanged().get(1).path("actor").asText()).isEqualTo("harness-admin (realm master)");
    }

    @Test
    @Tag("postgres")
    void what_is_done_in_keycloaks_own_administration_is_on_record_too() {
        String id = company.rules(Protocol.SAML, "console", "[]");
        JsonNode made = rulesChanged().get(0);
        assertThat(made.path("actor").asText()).isEqualTo("harness-admin (realm master)");
        assertThat(made.has("before")).isFalse();
        assertThat(made.path("after").path("identityProvider").asText()).isEqualTo(Protocol.SAML.alias());
        assertThat(made.path("after").path("mapper").asText()).isEqualTo("console");

        String at = "identity-provider/instances/" + Protocol.SAML.alias() + "/mappers/" + id;
        ObjectNode mapper = (ObjectNode) realm.admin().get(at).expect(200).json();
        realm.admin().put(at, mapper).expect(204);
        assertThat(rulesChanged().get(0)).isEqualTo(made);
        ((ObjectNode) mapper.path("config")).put("rules", ("[" + TEAM_RULE + "]").replace('\'', '"'));
        realm.admin().put(at, mapper).expect(204);
        JsonNode changed = rulesChanged().get(0);
        assertThat(changed.path("before").path("rules").asText()).isEqualTo("[]");
        assertThat(changed.path("after").path("rules").asText()).contains("/fs/$1");

        ((ObjectNode) mapper.path("config")).put("rules", "[{}]");
        realm.admin().put(at, mapper).expect(400);
        assertThat(rulesChanged().get(0)).isEqualTo(changed);

        company.removeMapper(Protocol.SAML, id);
        JsonNode removed = rulesChanged().get(0);
        assertThat(removed.path("before")).isEqualTo(changed.path("after"));
        assertThat(removed.has("after")).isFalse();
    }

    @Test
    void rules_go_on_record_with_the_identity_provider_that_is_removed() {
        realm.admin()
                .post(
                        "identity-provider/instances",
                        Json.of(
                                "{'alias':'short-lived','providerId':'oidc','config':{'clientId':'x','clientSecret':'x',"
                                        + "'tokenUrl':'http://127.0.0.1:1/t','authorizationUrl':'http://127.0.0.1:1/a'}}"))
                .expect(201);
        realm.admin()
                .post(
                        "identity-provider/instances/short-lived/mappers",
                        Json.of("{'name':'brief','identityProviderAlias':'short-lived',"
                                + "'identityProviderMapper':'feature-access-oidc-rules','config':{'rules':'[]'}}"))
                .expect(201);

        realm.admin().delete("identity-provider/instances/short-lived").expect(204);

        JsonNode removed = rulesChanged().get(0);
        assertThat(removed.path("before").path("mapper").asText()).isEqualTo("brief");
        assertThat(removed.has("after")).isFalse();
    }

    /** Latest first. */
    private JsonNode rulesChanged() {
        return ada.get("audit?change=rules-changed").expect(200).json().path("items");
    }

    @Test
    void identity_providers_are_found_by_a_part_of_their_name() {
        assertThat(aliases("")).contains("company-oidc").isSorted();
        assertThat(aliases("?search=ANY-OID")).containsExactly("company-oidc");
        assertThat(aliases("?search=" + Http.encode("%"))).isEmpty();
        assertThat(aliases("?max=1")).hasSize(1);
        assertThat(vic.get("identity-providers").expect(403).code()).isEqualTo("forbidden");
    }

    private List<String> aliases(String query) {
        return ada.get("identity-providers" + query).expect(200).json().findValuesAsText("alias");
    }

    @Test
    void rules_are_for_admins_and_of_identity_providers_that_are_there() {
        for (Answer refused : List.of(
                vic.get(AT + "rules"),
                vic.get(AT + "rules/teams"),
                vic.put(AT + "rules/teams", Json.of("{'rules':[]}")),
                vic.post(AT + "dry-run", Json.of("{'attributes':{}}")))) {
            assertThat(refused.expect(403).code()).isEqualTo("forbidden");
        }
        for (String nowhere : List.of("no-such", "%00", "..%2F", "company-oidc%20")) {
            ada.get("identity-providers/" + nowhere + "/rules").expect(404);
        }
        ada.get(AT + "rules/no-such").expect(404);
        ada.put(AT + "rules/no-such", Json.of("{'rules':[]}")).expect(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rules/teams | {}                                                      | 422 | missing-field       | rules
            rules/teams | {'rules':[],'more':1}                                   | 422 | unknown-field       | more
            rules/teams | {'rules':{}}                                            | 422 | malformed-value     | rules
            rules/teams | {'rules':[{'conditions':[{'attribute':'t','match':'regex','value':'['}],'groups':['/x']}]} | 422 | malformed-value | rules[0].conditions[0].value
            rules/teams | {'rules':[{'conditions':[{'attribute':'t','match':'exact','value':'a'}],'group':'/x'}]}    | 422 | unknown-field   | rules[0].group
            dry-run     | {}                                                      | 422 | missing-field       | attributes
            dry-run     | {'attributes':{'teams':7}}                              | 422 | malformed-value     | attributes.teams
            dry-run     | {'attributes':{},'principal':'alice'}                   | 422 | malformed-value     | principal
            dry-run     | {'attributes':{},'principal':'user:nobody'}             | 422 | unknown-principal   | principal
            dry-run     | {'attributes':{},'principal':'group:/fs'}               | 422 | malformed-value     | principal
            dry-run     | {'attributes':{},'principal':'email:nobody@example.com'} | 409 | ambiguous-principal | principal
            dry-run     | {'attributes':{},'mapper':'no-such'}                    | 404 | not-found           |
            dry-run     | {'attributes':{},'rules':[{}]}                          | 422 | missing-field       | rules[0].conditions
            """)
    void bad_input_is_named(String route, String body, int status, String code, String field) {
        Answer refused =
                route.startsWith("rules") ? ada.put(AT + route, Json.of(body)) : ada.post(AT + route, Json.of(body));

        assertThat(refused.expect(status).code()).isEqualTo(code);
        assertThat(refused.json().path("field").asText(null)).isEqualTo(field);
    }

    @Test
    @Tag("postgres")
    void a_dry_run_says_what_the_login_then_does() {
        company.person("dora", "fs-fraud");
        JsonNode fresh = preview("{'attributes':{'teams':['fs-fraud','fs-none']}}");
        assertThat(texts(fresh.path("groups").path("gained"))).containsExactly("group:/fs/fraud");
        assertThat(texts(fresh.path("groups").path("lost"))).isEmpty();
        assertThat(texts(fresh.path("roles").path("gained")))
                .containsExactly(
                        Json.of("{'node':'fraud','role':'consumer','via':'group:/fs/fraud'}")
                                .toString(),
                        Json.of("{'node':'fraud','role':'viewer','via':'group:/fs'}")
                                .toString());
        assertThat(texts(fresh.path("notes"))).containsExactly("there is no group /fs/none");
        assertThat(fresh.has("accountType")).isFalse();

        company.login(Protocol.OIDC, "dora");
        JsonNode again = preview("{'principal':'user:dora','attributes':{'teams':'fs-fraud'}}");
        assertThat(again.path("groups")).isEqualTo(Json.of("{'gained':[],'lost':[]}"));
        assertThat(again.path("roles")).isEqualTo(Json.of("{'gained':[],'lost':[]}"));

        JsonNode moved = preview("{'principal':'user:dora','attributes':{'teams':['fs-risk']}}");
        assertThat(texts(moved.path("groups").path("gained"))).containsExactly("group:/fs/risk");
        assertThat(texts(moved.path("groups").path("lost"))).containsExactly("group:/fs/fraud");
        assertThat(texts(moved.path("roles").path("gained")))
                .containsExactly(Json.of("{'node':'fraud','role':'operator','via':'group:/fs/risk'}")
                        .toString());
        assertThat(texts(moved.path("roles").path("lost")))
                .containsExactly(Json.of("{'node':'fraud','role':'consumer','via':'group:/fs/fraud'}")
                        .toString());
        assertThat(company.groups("dora")).containsExactly("/fs/fraud");

        company.teams("dora", "fs-risk");
        company.login(Protocol.OIDC, "dora");
        assertThat(company.groups("dora")).containsExactly("/fs/risk");
    }

    @Test
    void rules_that_are_not_saved_can_be_tried() {
        JsonNode more = preview("{'attributes':{'teams':['fs-fraud','boss']},'rules':["
                + "{'conditions':[{'attribute':'teams','match':'exact','value':'boss'}],'accountType':'admin',"
                + "'groups':['/new'],'createMissing':true}]}");
        assertThat(texts(more.path("groups").path("gained"))).containsExactly("group:/fs/fraud", "group:/new");
        assertThat(more.path("accountType")).isEqualTo(Json.of("{'before':'principal','after':'admin'}"));
        assertThat(texts(more.path("notes"))).containsExactly("the group /new would be made");

        JsonNode instead = preview("{'attributes':{'teams':['fs-fraud']},'mapper':'teams','rules':[]}");
        assertThat(instead.path("groups")).isEqualTo(Json.of("{'gained':[],'lost':[]}"));
        realm.admin().get("group-by-path/new").expect(404);
    }

    @Test
    void rules_that_reach_what_one_does_not_own_need_the_glass_broken() {
        FeatureAccessApi bob = realm.as("bob");
        bob.createWorkspace("vault", "dev").expect(201);
        bob.create("vault/keys", Map.of("secret", true)).expect(201);
        bob.grant("vault/keys", "group:/fs/vault", "owner").expect(200);
        company.removeMappers();
        company.rules(Protocol.OIDC, "teams", "[]");
        JsonNode reaching = Json.of("{'rules':[" + TEAM_RULE + "]}");

        Answer refused = ada.put(AT + "rules/teams", reaching);
        assertThat(refused.expect(409).code()).isEqualTo("break-glass-required");
        assertThat(refused.body()).doesNotContain("vault/keys");
        assertThat(ada.get(AT + "rules/teams").json().path("rules")).isEmpty();

        ada.with("Feature-Access-Break-Glass", "they moved to us")
                .put(AT + "rules/teams", reaching)
                .expect(200);
        JsonNode row = bob.get("audit?change=break-glass&node=vault/keys")
                .json()
                .path("items")
                .get(0);
        assertThat(row.path("reason").asText()).isEqualTo("they moved to us");
        // What is reached already is not asked again; and a dry run tells nothing of what is hidden.
        ada.put(AT + "rules/teams", Json.of("{'rules':[" + TEAM_RULE + "," + TEAM_RULE + "]}"))
                .expect(200);
        JsonNode hidden = preview("{'attributes':{'teams':'fs-vault'}}");
        assertThat(texts(hidden.path("groups").path("gained"))).containsExactly("group:/fs/vault");
        assertThat(hidden.path("roles").toString()).doesNotContain("vault/keys");
    }
}
