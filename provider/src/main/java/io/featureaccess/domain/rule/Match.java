package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** How a condition compares one value of an attribute: always the whole value, never a part of it. */
public enum Match {
    EXACT("exact"),
    /** {@code *} stands for any characters and is a capture, {@code ?} for one character; a backslash takes their meaning away. */
    GLOB("glob"),
    /** A regular expression of the kind that is matched in linear time: without look-around and back-references. */
    REGEX("regex");

    private final String id;

    Match(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws DomainProblem {@code malformed-value} on that field, naming the ways there are */
    public static Match parse(String field, String text) {
        return Arrays.stream(values())
                .filter(match -> match.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf(field, text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Match::id).toList();
    }
}
