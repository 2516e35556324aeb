package io.featureaccess.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.rule.GroupPath;
import io.featureaccess.domain.rule.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules are written, what each way of writing them matches, and how what is wrong is named. */
class JsonRulesTest {

    private static final JsonRules RULES = new JsonRules(new Re2Patterns());

    private static Outcome evaluate(String rules, Map<String, List<String>> attributes) {
        return RULES.read(rules.replace('\'', '"')).evaluate(name -> attributes.getOrDefault(name, List.of()));
    }

    private static List<String> groups(Outcome outcome) {
        return outcome.groups().keySet().stream().map(GroupPath::toString).toList();
    }

    private static List<String> groups(String match, String value, boolean ignoreCase, String target, String... given) {
        String rule = "[{'conditions':[{'attribute':'a','match':'%s','value':'%s','ignoreCase':%b}],'groups':['%s']}]";
        return groups(evaluate(rule.formatted(match, value, ignoreCase, target), Map.of("a", List.of(given))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "exact ; fraud            ; false ; /t    ; fraud            ; /t",
                "exact ; fraud            ; false ; /t    ; Fraud            ; ``",
                "exact ; fraud            ; true  ; /t    ; FRAUD            ; /t",
                "exact ; fraud            ; false ; /t    ; frauds           ; ``",
                "exact ; /teams/fraud     ; false ; /t    ; /teams/fraud     ; /t",
                "exact ; fs-*             ; false ; /t    ; fs-*             ; /t",
                "glob  ; fs-*             ; false ; /t/$1 ; fs-fraud         ; /t/fraud",
                "glob  ; fs-*             ; false ; /t/$1 ; FS-fraud         ; ``",
                "glob  ; fs-*             ; true  ; /t/$1 ; FS-fraud         ; /t/fraud",
                "glob  ; fs-*             ; false ; /t/$1 ; fs-             ; ``",
                "glob  ; fs-*             ; false ; /t    ; fs-              ; /t",
                "glob  ; fs-*             ; false ; /t/$1 ; fs-a/b           ; ``",
                "glob  ; fs-*             ; false ; /t    ; fs-a/b           ; /t",
                "glob  ; fs-?             ; false ; /t    ; fs-a             ; /t",
                "glob  ; fs-?             ; false ; /t    ; fs-ab            ; ``",
                "glob  ; *-*              ; false ; /$$1/$2/$1 ; a-b         ; /$1/b/a",
                "glob  ; f.s(x)[1]^$+     ; false ; /t    ; f.s(x)[1]^$+     ; /t",
                "glob  ; a\\\\*           ; false ; /t    ; a*               ; /t",
                "glob  ; a\\\\*           ; false ; /t    ; ab               ; ``",
                "regex ; fs-(.+)          ; false ; /t/$1 ; fs-fraud         ; /t/fraud",
                "regex ; fs-(.+)          ; false ; /t/$1 ; xfs-fraud        ; ``",
                "regex ; fs-([a-z]+)      ; false ; /t/$1 ; fs-fraud-dev     ; ``",
                "regex ; fs-([a-z]+)      ; true  ; /t/$1 ; FS-Fraud         ; /t/Fraud",
                "regex ; (a)|(b)          ; false ; /t/$2 ; a                ; ``",
                "regex ; (a)|(b)          ; false ; /t/$2 ; b                ; /t/b",
                "regex ; /teams/([^/]+)   ; false ; /t/x-$1 ; /teams/fraud   ; /t/x-fraud",
                "regex ; ÄÖ(.)ß           ; true  ; /t/$1 ; äö€ß             ; /t/€",
            })
    void eachWayOfMatching(
            String match, String value, boolean ignoreCase, String target, String given, String expected) {
        assertThat(groups(match, value, ignoreCase, target, given))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void anyValueOfAListCountsAndEachIsAMatchOfItsOwn() {
        assertThat(groups("glob", "fs-*", false, "/t/$1", "fs-b", "other", "fs-a", "fs-b"))
                .containsExactly("/t/a", "/t/b");
    }

    @Test
    void conditionsAreAndedAndRulesAreOred() {
        String rules = """
                [{'conditions':[{'attribute':'dept','match':'exact','value':'risk'},
                                {'attribute':'groups','match':'glob','value':'fs-*'}],'groups':['/risk','/risk/$1']},
                 {'conditions':[{'attribute':'dept','match':'exact','value':'hr'}],'groups':['/people'],'createMissing':true}]""";

        assertThat(groups(evaluate(rules, Map.of("dept", List.of("risk"), "groups", List.of("fs-a")))))
                .containsExactly("/risk", "/risk/a");
        assertThat(groups(evaluate(rules, Map.of("dept", List.of("risk")))))
                .as("only one of two conditions")
                .isEmpty();
        assertThat(groups(evaluate(rules, Map.of("dept", List.of("hr", "risk"), "groups", List.of("fs-a")))))
                .containsExactly("/people", "/risk", "/risk/a");
    }

    @Test
    void capturesAreNumberedThroughAllConditions() {
        String rules = """
                [{'conditions':[{'attribute':'site','match':'glob','value':'*-office'},
                                {'attribute':'team','match':'regex','value':'(.+):(.+)'}],
                  'groups':['/sites/$1','/teams/$3/$2']}]""";

        assertThat(groups(evaluate(rules, Map.of("site", List.of("ulm-office"), "team", List.of("a:b", "c:d")))))
                .containsExactly("/sites/ulm", "/teams/b/a", "/teams/d/c");
    }

    @Test
    void expressionsOfUsualSizeAreTaken() {
        String usual = "([a-z0-9][a-z0-9._-]{0,62})@([a-z]{1,63}\\\\.){1,3}[a-z]{2,24}";

        assertThat(groups("regex", usual, false, "/t/$1", "fraud@ml.acme.example"))
                .containsExactly("/t/fraud");
    }

    @Test
    void anEmptyListMatchesNobody() {
        assertThat(evaluate("[]", Map.of("a", List.of("x")))).isEqualTo(Outcome.NOTHING);
        assertThat(evaluate(" ", Map.of("a", List.of("x")))).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void theAdminAccountTypeIsGivenByExactComparison() {
        String rules = "[{'conditions':[{'attribute':'a','match':'exact','value':'boss'}],'accountType':'admin'}]";

        assertThat(evaluate(rules, Map.of("a", List.of("boss"))).admin()).isTrue();
        assertThat(evaluate(rules, Map.of("a", List.of("Boss", "bos"))).admin()).isFalse();
    }

    @Test
    void aGroupIsMadeIfOneOfTheRulesThatGiveItSaysSo() {
        String rule = "{'conditions':[{'attribute':'a','match':'exact','value':'x'}],'groups':['/g']%s}";
        String rules = "[" + rule.formatted("") + "," + rule.formatted(",'createMissing':true") + "]";

        assertThat(evaluate(rules, Map.of("a", List.of("x"))).groups().values()).containsExactly(true);
    }

    @Test
    void beyond500ValuesTheFirstInOrderCountAndItIsSaid() {
        List<String> values =
                IntStream.rangeClosed(1, 501).mapToObj("fs-%04d"::formatted).collect(Collectors.toList());
        String rules = "[{'conditions':[{'attribute':'a','match':'glob','value':'fs-*'}],'groups':['/t/$1']}]";

        Outcome all = evaluate(rules, Map.of("a", values.subList(0, 500)));
        Outcome cut = evaluate(rules, Map.of("a", values));

        assertThat(all.groups()).hasSize(500);
        assertThat(all.notes()).isEmpty();
        assertThat(cut.groups()).isEqualTo(all.groups());
        assertThat(cut.notes()).singleElement().asString().contains("501").contains("'a'");
    }

    @Test
    void aValueBeyondAKilobyteCountsAsNotThere() {
        String rules = "[{'conditions':[{'attribute':'a','match':'regex','value':'.*'}],'groups':['/t']}]";

        assertThat(groups(evaluate(rules, Map.of("a", List.of("x".repeat(1024))))))
                .containsExactly("/t");
        assertThat(groups(evaluate(rules, Map.of("a", List.of("x".repeat(1025))))))
                .isEmpty();
        assertThat(groups(evaluate(rules, Map.of("a", List.of("€".repeat(342))))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                | MALFORMED_VALUE | rules",
                "nonsense                                          | MALFORMED_VALUE | rules",
                "[] []                                             | MALFORMED_VALUE | rules",
                "[7]                                               | MALFORMED_VALUE | rules[0]",
                "[{}]                                              | MISSING_FIELD   | rules[0].conditions",
                "[{'conditions':[]}]                               | MALFORMED_VALUE | rules[0].conditions",
                "[{'conditions':{}}]                               | MALFORMED_VALUE | rules[0].conditions",
                "[{'conditions':[C],'groups':['/g'],'group':1}]    | UNKNOWN_FIELD   | rules[0].group",
                "[{'conditions':[C],'conditions':[C]}]             | MALFORMED_VALUE | rules",
                "[{'conditions':[C]}]                              | MISSING_FIELD   | rules[0].groups",
                "[{'conditions':[C],'groups':[]}]                  | MISSING_FIELD   | rules[0].groups",
                "[{'conditions':[C],'groups':'/g'}]                | MALFORMED_VALUE | rules[0].groups",
                "[{'conditions':[C],'groups':[1]}]                 | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g','g']}]          | MALFORMED_VALUE | rules[0].groups[1]",
                "[{'conditions':[C],'groups':['/']}]               | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g//h']}]           | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g/ h']}]           | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/$1']}]             | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/x$1/y']}]          | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g/$2']}]           | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g/$']}]            | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g/$0']}]           | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C,C],'groups':['/g/$1$2']}]       | MALFORMED_VALUE | rules[0].groups[0]",
                "[{'conditions':[C],'groups':['/g'],'createMissing':'yes'}] | MALFORMED_VALUE | rules[0].createMissing",
                "[{'conditions':[C],'accountType':'admin'}]        | MALFORMED_VALUE | rules[0].conditions[0].match",
                "[{'conditions':[E],'accountType':'principal'}]    | MALFORMED_VALUE | rules[0].accountType",
                "[{'conditions':[E,I],'accountType':'admin'}]      | MALFORMED_VALUE | rules[0].conditions[1].match",
                "[{'conditions':[E],'groups':['/g']},{'conditions':[{'attribute':'a','match':'regexp','value':'x'}]}] | MALFORMED_VALUE | rules[1].conditions[0].match",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'('}]}]      | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'(?=x)'}]}]  | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'(a)\\\\1'}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'a{1001}'}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'((a{100}){100}){100}'}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'(b{1000}[(]){1000}'}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'([[:alpha:]](x{99})[)]){1,999}'}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'regex','value':'\\\\Q['}]}] | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'glob','value':'a\\\\'}]}]   | MALFORMED_VALUE | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'a','match':'glob'}]}]  | MISSING_FIELD | rules[0].conditions[0].value",
                "[{'conditions':[{'attribute':'','match':'glob','value':'x'}]}]  | MALFORMED_VALUE | rules[0].conditions[0].attribute",
                "[{'conditions':[{'match':'glob','value':'x'}]}]      | MISSING_FIELD | rules[0].conditions[0].attribute",
                "[{'conditions':[{'attribute':'a','match':'glob','value':'x','flags':'i'}]}] | UNKNOWN_FIELD | rules[0].conditions[0].flags",
            })
    void whatIsWrongIsNamedWithItsPlace(String text, ProblemCode code, String field) {
        String rules = text.replace("C", "{'attribute':'a','match':'regex','value':'(.*)'}")
                .replace("E", "{'attribute':'a','match':'exact','value':'x'}")
                .replace("I", "{'attribute':'a','match':'exact','value':'x','ignoreCase':true}")
                .replace('\'', '"');

        assertThatThrownBy(() -> RULES.read(rules)).isInstanceOfSatisfying(DomainProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).contains(field);
        });
    }

    @Test
    void thereAreLimitsToWhatIsWritten() {
        String condition = "{\"attribute\":\"a\",\"match\":\"exact\",\"value\":\"x\"}";
        String rule = "{\"conditions\":[" + condition + "],\"groups\":[\"/g\"]}";
        assertThat(RULES.read("[" + String.join(",", Collections.nCopies(500, rule)) + "]")
                        .rules())
                .hasSize(500);
        assertThatThrownBy(() -> RULES.read("[" + String.join(",", Collections.nCopies(501, rule)) + "]"))
                .hasMessageContaining("at most 500");
        assertThatThrownBy(() -> RULES.read("[" + rule.replace("\"x\"", "\"" + "x".repeat(1001) + "\"") + "]"))
                .hasMessageContaining("1000 characters");
        assertThatThrownBy(() -> RULES.read(" ".repeat(JsonRules.LONGEST_TEXT + 1)))
                .hasMessageContaining("characters");
    }
}
