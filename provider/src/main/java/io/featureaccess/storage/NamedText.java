package io.featureaccess.storage;

import io.featureaccess.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as JDBC takes it: with a question mark wherever the text names a parameter.
 *
 * @param places the parameters' names in the order in which they are mentioned
 */
record NamedText(String text, List<String> places) {

    private static final String LAST = ":last";
    private static final String BEFORE_LAST = ":beforeLast";
    private static final String WINDOW = ":window";

    /** How many more rows than a page are looked at for it where it is not known which of them are on it. */
    private static final int WIDER = 500;

    /** What stands in quotes is passed over, and so are the numbers that {@link #upTo} writes into the text. */
    private static final Pattern PARAMETER =
            Pattern.compile("'[^']*'|:(?!last\\b|beforeLast\\b|window\\b)([a-zA-Z]\\w*)");

    NamedText {
        places = List.copyOf(places);
    }

    static NamedText of(String text) {
        List<String> places = new ArrayList<>();
        String marked = PARAMETER.matcher(text).replaceAll(found -> {
            if (found.group(1) == null) {
                return Matcher.quoteReplacement(found.group());
            }
            places.add(found.group(1));
            return "?";
        });
        return new NamedText(marked, places);
    }

    /** With the end of a page, and the numbers that go with it, in the text itself, see {@link Sql#statement(String, PageRequest)}. */
    NamedText upTo(int last) {
        return new NamedText(
                text.replace(LAST, Integer.toString(last))
                        .replace(BEFORE_LAST, Integer.toString(last - 1))
                        .replace(WINDOW, Integer.toString(last + WIDER)),
                places);
    }
}
