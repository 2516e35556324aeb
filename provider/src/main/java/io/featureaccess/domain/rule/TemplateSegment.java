package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.GroupTemplate.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads one segment of a target: {@code $1} is a capture, {@code $$} a dollar sign. */
final class TemplateSegment {

    private static final int MOST_DIGITS = 3;

    private final String field;
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TemplateSegment(String field, String text) {
        this.field = field;
        this.text = text;
    }

    /** @throws DomainProblem {@code malformed-value} */
    List<Part> parts() {
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '$' ? dollar(at + 1) : plain(at);
        }
        endLiteral();
        if (parts.isEmpty() || !isName()) {
            throw DomainProblem.malformed(
                    field,
                    "between its slashes are names of groups: of at most " + GroupPath.LONGEST_NAME
                            + " characters, not empty, without control characters and without blanks at their ends");
        }
        return List.copyOf(parts);
    }

    private int plain(int at) {
        literal.append(text.charAt(at));
        return at + 1;
    }

    private int dollar(int at) {
        if (at < text.length() && text.charAt(at) == '$') {
            return plain(at);
        }
        int end = at;
        while (end < text.length() && end - at < MOST_DIGITS && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == at || text.charAt(at) == '0') {
            throw DomainProblem.malformed(
                    field, "a dollar sign stands before the number of a capture, as $1, or is doubled");
        }
        endLiteral();
        parts.add(new Part.Reference(Integer.parseInt(text.substring(at, end))));
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** Whether it makes a name with the shortest of captures. */
    private boolean isName() {
        StringBuilder name = new StringBuilder();
        parts.forEach(part -> name.append(part instanceof Part.Literal plain ? plain.text() : "x"));
        return GroupPath.isName(name.toString());
    }
}
