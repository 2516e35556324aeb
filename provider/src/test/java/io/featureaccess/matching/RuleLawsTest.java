package io.featureaccess.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.Condition;
import io.featureaccess.domain.rule.Match;
import io.featureaccess.domain.rule.Outcome;
import io.featureaccess.domain.rule.PatternCompiler;
import io.featureaccess.domain.rule.Rule;
import io.featureaccess.domain.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all rules and all values. */
class RuleLawsTest {

    private static final PatternCompiler COMPILER = new Re2Patterns();

    @Property
    void theOrderOfRulesAndOfValuesNeverMatters(
            @ForAll("ruleLists") List<Rule> rules, @ForAll("valueLists") List<String> values, @ForAll Random random) {
        Outcome outcome = evaluate(rules, values);

        List<Rule> shuffledRules = new ArrayList<>(rules);
        Collections.shuffle(shuffledRules, random);
        List<String> shuffledValues = new ArrayList<>(values);
        Collections.shuffle(shuffledValues, random);
        shuffledValues.addAll(values.subList(0, values.size() / 2));

        assertThat(evaluate(shuffledRules, shuffledValues)).isEqualTo(outcome);
    }

    @Property
    void moreValuesAndMoreRulesNeverTakeAnything(
            @ForAll("ruleLists") List<Rule> rules, @ForAll("valueLists") List<String> values) {
        Outcome all = evaluate(rules, values);
        Outcome fewerValues = evaluate(rules, values.subList(0, values.size() / 2));
        Outcome fewerRules = evaluate(rules.subList(0, rules.size() / 2), values);

        assertThat(all.groups().keySet()).containsAll(fewerValues.groups().keySet());
        assertThat(all.groups().keySet()).containsAll(fewerRules.groups().keySet());
        assertThat(all.admin() || !fewerValues.admin() && !fewerRules.admin()).isTrue();
    }

    @Property
    void aCaptureNeverLeavesItsSegment(@ForAll String value) {
        Rule rule = rule("regex", "(?s)(.*)", "/teams/$1/in-$1");

        evaluate(List.of(rule), List.of(value)).groups().keySet().forEach(path -> {
            assertThat(path.segments()).hasSize(3);
            assertThat(path.segments().get(0)).isEqualTo("teams");
            assertThat(path.segments().get(1)).isEqualTo(value);
            assertThat(path.segments().get(2)).isEqualTo("in-" + value);
        });
    }

    @Property
    void aGlobWithoutSpecialCharactersIsExact(@ForAll String text, @ForAll String value) {
        String literal = text.replaceAll("[\\\\*?]", "").replaceAll("\\p{Cs}", "");
        if (!literal.isEmpty() && literal.length() <= Condition.LONGEST) {
            boolean glob = !evaluate(List.of(rule("glob", literal, "/g")), List.of(value, literal))
                    .groups()
                    .isEmpty();
            assertThat(glob).isTrue();
            if (!literal.equals(value)) {
                assertThat(evaluate(List.of(rule("glob", literal, "/g")), List.of(value))
                                .groups())
                        .isEmpty();
            }
        }
    }

    @Property
    void noValueIsPassedOverThatTheExpressionMatches(
            @ForAll("expressions") String regex, @ForAll("texts") String value) {
        try {
            boolean matches = Pattern.compile(regex).matcher(value).matches();

            assertThat(COMPILER.compile(regex, false).match(value).isPresent()).isEqualTo(matches);
        } catch (PatternSyntaxException | IllegalArgumentException unreadable) {
            assertThat(regex).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "a", "b", "ab", "ba", ".", "*", "+", "?", "{2}", "{0,1}", "*?", "(a|b)", "(?:ab)?", "[ab]",
                        "[^a]", "\\.", "\\w", "^", "$", "|", "(?i)", "(b*)")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abAB.").ofMaxLength(5);
    }

    @Property(tries = 20)
    void expressionsThatHangOthersAreMatchedInLinearTime(@ForAll("evil") String regex) {
        Rule rule = rule("regex", regex, "/g");
        String value = "a".repeat(1000) + "!";

        long before = System.nanoTime();
        Outcome outcome = evaluate(List.of(rule), List.of(value));

        assertThat(outcome.groups()).isEmpty();
        // A matcher that goes back would need longer than the universe has; this one needs a few milliseconds.
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Provide
    Arbitrary<String> evil() {
        return Arbitraries.of(
                "(a+)+",
                "(a|a)*",
                "(a|aa)+",
                "([a-z]+)*",
                "(.*a){20}",
                "(a*)*(a*)*(a*)*",
                "^(([a-z])+.)+[A-Z]([a-z])+$");
    }

    @Provide
    Arbitrary<List<String>> valueLists() {
        return Arbitraries.strings().withChars("ab-/$ ").ofMaxLength(5).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Rule>> ruleLists() {
        Arbitrary<Rule> rules = Combinators.combine(
                        Arbitraries.of("a*", "*b", "a?", "*-*", "*", "ab"),
                        Arbitraries.of("/g", "/t/$1", "/t/$1/x", "/t/p-$1"),
                        Arbitraries.of(true, false))
                .as((glob, target, create) -> Rule.of(
                        "",
                        List.of(Condition.of("", "a", Match.GLOB, glob, false, COMPILER)),
                        List.of(glob.contains("*") ? target : "/g"),
                        create,
                        false));
        return rules.list().ofMaxSize(6);
    }

    private static Rule rule(String match, String value, String target) {
        Condition condition = Condition.of("", "a", Match.parse("match", match), value, false, COMPILER);
        return Rule.of("", List.of(condition), List.of(target), false, false);
    }

    private static Outcome evaluate(List<Rule> rules, List<String> values) {
        AttributeSource source = name -> values;
        return new RuleSet(rules).evaluate(source);
    }
}
