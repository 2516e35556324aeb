package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Locale;

/**
 * What nodes of any kind are searched by: with a slash the beginning of their paths, without one the beginning of their names or
 * display names. Beginnings and not parts, since they are found by index, however many nodes there are.
 *
 * @param text in lower case, as names are, and without a slash before it, which no path has
 */
public record NodeSearch(String text) {

    private static final int LONGEST = 255;

    public NodeSearch {
        text = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^/+(?=.)", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw DomainProblem.malformed("search", "it is 1 to " + LONGEST + " characters, and not blank");
        }
    }

    public boolean byPath() {
        return text.indexOf('/') >= 0;
    }
}
