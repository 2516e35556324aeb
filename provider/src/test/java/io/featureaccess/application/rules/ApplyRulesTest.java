package io.featureaccess.application.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.principal.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What logins give and take, and that none fails. */
class ApplyRulesTest {

    private static final String FRAUD =
            "[{'conditions':[{'attribute':'g','match':'exact','value':'fraud'}],'groups':['/fraud']}]";
    private static final String TEAMS =
            "[{'conditions':[{'attribute':'g','match':'glob','value':'*'}],'groups':['/teams/$1'],'createMissing':true}]";
    private static final String ADMIN =
            "[{'conditions':[{'attribute':'g','match':'exact','value':'ops'}],'accountType':'admin'}]";

    private final RuleDesk desk = new RuleDesk();

    private List<AuditRow> rows(AuditChange change) {
        return desk.realm.auditLog().rows(change);
    }

    @Test
    void whatIsSentGivesAndWhatIsMissingTakes() {
        desk.realm.group("/fraud");

        List<String> problems = desk.login(FRAUD, "fraud");
        assertThat(desk.groups()).containsOnly("/fraud");
        assertThat(problems).isEmpty();

        desk.login(FRAUD, "fraud");
        desk.login(FRAUD);
        assertThat(desk.groups()).isEmpty();
        assertThat(rows(AuditChange.RULES_APPLIED))
                .extracting(AuditRow::after)
                .containsExactly(
                        Optional.of("{\"identityProvider\":\"corporate\",\"mapper\":\"rules of m\",\"mapperId\":\"m\","
                                + "\"gained\":[\"group:/fraud\"],\"lost\":[]}"),
                        Optional.of("{\"identityProvider\":\"corporate\",\"mapper\":\"rules of m\",\"mapperId\":\"m\","
                                + "\"gained\":[],\"lost\":[\"group:/fraud\"]}"));
    }

    @Test
    void theRecordSaysOfWhomAndFromWhere() {
        desk.realm.group("/fraud");
        desk.login(FRAUD, "fraud");

        assertThat(rows(AuditChange.RULES_APPLIED)).singleElement().satisfies(row -> {
            assertThat(row.actorId()).isEqualTo(Caller.SYSTEM.principal());
            assertThat(row.principal()).contains(desk.alice());
            assertThat(row.address()).isEqualTo("192.0.2.1");
        });
    }

    @Test
    void severalMappersDoNotUndoEachOther() {
        desk.realm.group("/fraud");
        Map<String, List<String>> sent = Map.of("g", List.of("fraud"));
        desk.login("m", FRAUD, sent);
        desk.login("n", FRAUD, sent);

        desk.login("m", FRAUD, Map.of());
        assertThat(desk.groups()).containsOnly("/fraud");

        desk.login("n", FRAUD, Map.of());
        assertThat(desk.groups()).isEmpty();
    }

    @Test
    void whatAPersonGaveIsNeverTouched() {
        desk.realm.directory().join(desk.alice(), desk.realm.group("/fraud"));

        desk.login(FRAUD);
        desk.login(FRAUD, "fraud");
        desk.login(FRAUD);

        assertThat(desk.groups()).containsOnly("/fraud");
    }

    @Test
    void whatARemovedMapperGaveGoesAtTheNextLoginByAnother() {
        desk.realm.group("/fraud");
        desk.login("old", FRAUD, Map.of("g", List.of("fraud")));
        desk.gone.add("old");

        desk.login("m", "[]", Map.of());

        assertThat(desk.groups()).isEmpty();
    }

    @Test
    void groupsAreMadeFromTheTopDownWhereRulesWantThem() {
        List<String> problems = desk.login(TEAMS, "fraud", "risk");

        assertThat(desk.groups()).containsExactly("/teams/fraud", "/teams/risk");
        assertThat(problems).isEmpty();
        assertThat(rows(AuditChange.GROUP_CREATED))
                .extracting(row -> row.principal().orElseThrow().name())
                .containsExactly("/teams", "/teams/fraud", "/teams/risk");
    }

    @Test
    void anotherLoginThatMakesTheSameGroupsIsWaitedFor() {
        desk.collisions = 2;

        assertThat(desk.login(TEAMS, "fraud")).isEmpty();
        assertThat(desk.groups()).containsOnly("/teams/fraud");
    }

    @Test
    void groupsThatCannotBeMadeLeaveTheRestAsItIs() {
        desk.realm.group("/teams/risk");
        desk.collisions = 100;

        List<String> problems = desk.login(TEAMS, "fraud", "risk");

        assertThat(desk.groups()).containsOnly("/teams/risk");
        assertThat(problems).singleElement().asString().startsWith("groups could not be made: ");
    }

    @Test
    void aMissingGroupIsOnRecordAndTheOthersAreGiven() {
        desk.realm.group("/risk");
        String both = "[{'conditions':[{'attribute':'g','match':'exact','value':'x'}],'groups':['/fraud','/risk']}]";

        List<String> problems = desk.login(both, "x");

        assertThat(desk.groups()).containsOnly("/risk");
        assertThat(problems).containsExactly("there is no group /fraud");
        assertThat(rows(AuditChange.RULES_FAILED)).singleElement().satisfies(row -> assertThat(
                        row.after().orElseThrow())
                .contains("\"problems\":[\"there is no group /fraud\"]"));
    }

    @Test
    void noRuleGivesPowersOverTheServer() {
        desk.powerful.add(desk.realm.group("/fraud").id());
        desk.powerful.add(desk.realm.group("/teams").id());

        assertThat(desk.login(FRAUD, "fraud")).singleElement().asString().contains("powers over Keycloak");
        assertThat(desk.login(TEAMS, "risk"))
                .containsExactly(
                        "the group /teams/risk could not be made: the group above it has powers over Keycloak itself");
        assertThat(desk.groups()).isEmpty();
    }

    @Test
    void whatADirectoryKeepsIsLeftAndTheOthersAreGiven() {
        desk.realm.group("/teams/risk");
        desk.kept.add(desk.realm.group("/teams/fraud").id());

        List<String> problems = desk.login(TEAMS, "fraud", "risk");

        assertThat(desk.groups()).containsOnly("/teams/risk");
        assertThat(problems).containsExactly("the group /teams/fraud: the directory keeps it");
    }

    @Test
    void whatCouldNotBeTakenIsTriedAgain() {
        desk.realm.group("/fraud");
        desk.login(FRAUD, "fraud");
        desk.kept.add(desk.realm.group("/fraud").id());
        desk.login(FRAUD);
        assertThat(desk.groups()).containsOnly("/fraud");

        desk.kept.clear();
        desk.login(FRAUD);

        assertThat(desk.groups()).isEmpty();
    }

    @Test
    void theAdminAccountTypeComesAndGoes() {
        desk.login(ADMIN, "ops");
        assertThat(desk.isAdmin()).isTrue();

        desk.login(ADMIN);
        assertThat(desk.isAdmin()).isFalse();
        assertThat(rows(AuditChange.RULES_APPLIED))
                .extracting(row -> row.after().orElseThrow())
                .satisfiesExactly(
                        given -> assertThat(given).endsWith("\"accountType\":\"admin\"}"),
                        taken -> assertThat(taken).endsWith("\"accountType\":\"principal\"}"));
    }

    @Test
    void anAdminByHandStaysOne() {
        desk.realm.admin("alice");

        desk.login(ADMIN, "ops");
        desk.login(ADMIN);

        assertThat(desk.isAdmin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]"})
    void withoutRulesNothingIsGiven(String none) {
        assertThat(desk.login(none, "fraud")).isEmpty();
        assertThat(desk.realm.auditLog().rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                           | a JSON list",
                "[{'when':1}]                                | when",
                "[{'conditions':[{'attribute':'g','match':'regex','value':'('}],'groups':['/x']}] | regular expression"
            })
    void rulesThatCannotBeReadChangeNothing(String rules, String words) {
        desk.realm.group("/fraud");
        desk.login(FRAUD, "fraud");

        List<String> problems = desk.login(rules, "fraud");

        assertThat(desk.groups()).containsOnly("/fraud");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("the rules cannot be read: ")
                .contains(words);
        assertThat(rows(AuditChange.RULES_FAILED)).hasSize(1);
    }

    @Test
    void aUserWhomNobodyKeepsIsGivenNothing() {
        desk.realm.group("/fraud");
        desk.stored = false;

        assertThat(desk.login(FRAUD, "fraud")).isEmpty();
        assertThat(desk.groups()).isEmpty();
    }
}
