package io.featureaccess.domain.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rules of which each gives what it gives, whatever the others do: their order means nothing. None match nobody. */
public record RuleSet(List<Rule> rules) {

    public static final int MOST_RULES = 500;

    /** In steps of a matcher; at some ten nanoseconds each, a login waits a few seconds for what goes beyond all reason. */
    static final long MOST_WORK = 200_000_000L;

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** What the attributes lead to; never fails, and never takes long. */
    public Outcome evaluate(AttributeSource source) {
        AttributeValues values = within(AttributeValues.of(attributes(), source));
        Outcome.Gathering outcome = new Outcome.Gathering();
        rules.forEach(rule -> rule.evaluate(values, outcome));
        return outcome.outcome(values.notes());
    }

    /**
     * Where they may lead.
     *
     * @return the literal beginnings of the targets, and whether anything below them is meant too
     */
    public Map<GroupPath, Boolean> reach() {
        Map<GroupPath, Boolean> reach = new TreeMap<>();
        rules.forEach(rule -> rule.addReach(reach));
        return reach;
    }

    private Set<String> attributes() {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::attribute)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private AttributeValues within(AttributeValues values) {
        AttributeValues fewer = values;
        while (work(fewer) > MOST_WORK) {
            fewer = fewer.half();
        }
        return fewer.equals(values)
                ? values
                : fewer.noting("the rules are too large for that many values: only the first of them count");
    }

    private long work(AttributeValues values) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .mapToLong(condition -> condition.workOn(values))
                .sum();
    }
}
