package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Holds where any value of an attribute matches; every value that does is a match of its own. */
public final class Condition {

    /** The longest attribute name, value or pattern, in characters. */
    public static final int LONGEST = 1000;

    private final String attribute;
    private final Match match;
    private final String value;
    private final boolean ignoreCase;
    private final int captures;
    private final long size;
    private final Function<String, Optional<Captures>> test;

    private Condition(
            String attribute, Match match, String value, boolean ignoreCase, Optional<CompiledPattern> pattern) {
        this.attribute = attribute;
        this.match = match;
        this.value = value;
        this.ignoreCase = ignoreCase;
        this.captures = pattern.map(CompiledPattern::captures).orElse(0);
        this.size = pattern.map(CompiledPattern::size).orElse(0);
        this.test = pattern.<Function<String, Optional<Captures>>>map(compiled -> compiled::match)
                .orElse(this::compare);
    }

    /**
     * @param place what stands before the names of its fields in problems, such as {@code rules[2].conditions[0].}
     * @throws DomainProblem {@code malformed-value}
     */
    public static Condition of(
            String place, String attribute, Match match, String value, boolean ignoreCase, PatternCompiler compiler) {
        requireLength(place + "attribute", attribute);
        requireLength(place + "value", value);
        return new Condition(
                attribute,
                match,
                value,
                ignoreCase,
                switch (match) {
                    case EXACT -> Optional.empty();
                    case GLOB ->
                        Optional.of(compile(place, Glob.toRegex(place + "value", value), ignoreCase, compiler));
                    case REGEX -> Optional.of(compile(place, value, ignoreCase, compiler));
                });
    }

    private static void requireLength(String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw DomainProblem.malformed(field, "it has between 1 and " + LONGEST + " characters");
        }
    }

    private static CompiledPattern compile(String place, String regex, boolean ignoreCase, PatternCompiler compiler) {
        try {
            return compiler.compile(regex, ignoreCase);
        } catch (IllegalArgumentException e) {
            throw DomainProblem.malformed(
                    place + "value",
                    "it is a regular expression in RE2 syntax, without look-around and back-references ("
                            + e.getMessage() + ")");
        }
    }

    private Optional<Captures> compare(String candidate) {
        boolean same = ignoreCase ? value.equalsIgnoreCase(candidate) : value.equals(candidate);
        return same ? Optional.of(Captures.NONE) : Optional.empty();
    }

    String attribute() {
        return attribute;
    }

    boolean isExact() {
        return match == Match.EXACT && !ignoreCase;
    }

    int captures() {
        return captures;
    }

    /** How much work it is to hold it against these values, in steps. */
    long workOn(AttributeValues values) {
        return size * values.lengthOf(attribute);
    }

    /** A match for each value that does; none where the condition does not hold. */
    List<Captures> matches(AttributeValues values) {
        return values.valuesOf(attribute).stream()
                .map(test)
                .flatMap(Optional::stream)
                .toList();
    }
}
