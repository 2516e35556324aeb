package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A target of a rule: the path of a group, in which captures of a condition may stand. What a capture fills never leaves its
 * segment, and the first segment is literal: so whoever chooses the values never chooses among the root groups.
 *
 * @param segments each a list of parts, literal or not
 */
record GroupTemplate(List<List<Part>> segments) {

    static final int LONGEST = 1000;

    /** A piece of a segment. */
    sealed interface Part {

        record Literal(String text) implements Part {}

        /** @param number of the capture, from 1, over all conditions of the rule */
        record Reference(int number) implements Part {}
    }

    /**
     * @param field what problems call it
     * @throws DomainProblem {@code malformed-value}
     */
    static GroupTemplate parse(String field, String text) {
        if (!text.startsWith("/") || text.length() > LONGEST) {
            throw DomainProblem.malformed(
                    field, "it is the path of a group, such as /teams/$1, of at most " + LONGEST + " characters");
        }
        List<List<Part>> segments = new ArrayList<>();
        for (String segment : text.substring(1).split("/", -1)) {
            segments.add(new TemplateSegment(field, segment).parts());
        }
        if (!segments.get(0).stream().allMatch(Part.Literal.class::isInstance)) {
            throw DomainProblem.malformed(field, "it begins with a literal group: a capture stands further down");
        }
        return new GroupTemplate(List.copyOf(segments));
    }

    /** The path of its first segments, up to the first with a capture in it. */
    GroupPath beginning() {
        List<String> names = segments.stream()
                .takeWhile(parts -> parts.stream().allMatch(Part.Literal.class::isInstance))
                .map(parts ->
                        parts.stream().map(part -> ((Part.Literal) part).text()).collect(Collectors.joining()))
                .toList();
        return new GroupPath(names);
    }

    /** The largest number of a capture in it; empty where there is none. */
    OptionalInt last() {
        return references().max();
    }

    /** The smallest number of a capture in it. */
    OptionalInt first() {
        return references().min();
    }

    private IntStream references() {
        return segments.stream()
                .flatMap(List::stream)
                .filter(Part.Reference.class::isInstance)
                .mapToInt(part -> ((Part.Reference) part).number());
    }

    /**
     * The path with captures filled in; empty where one is missing, or makes no name of a group (for example because it has a
     * slash).
     *
     * @param before how many captures the conditions before the capturing one have
     */
    Optional<GroupPath> fill(Captures captures, int before) {
        List<String> names = new ArrayList<>();
        for (List<Part> segment : segments) {
            StringBuilder name = new StringBuilder();
            for (Part part : segment) {
                Optional<String> text = text(part, captures, before);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                name.append(text.get());
            }
            names.add(name.toString());
        }
        return GroupPath.ofNames(names);
    }

    /** An empty capture fills nothing, as one that took no part. */
    private static Optional<String> text(Part part, Captures captures, int before) {
        return part instanceof Part.Reference reference
                ? captures.groups().get(reference.number() - 1 - before).filter(text -> !text.isEmpty())
                : Optional.of(((Part.Literal) part).text());
    }
}
