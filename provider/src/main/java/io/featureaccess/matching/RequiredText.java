package io.featureaccess.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Literal texts that whatever an expression matches has, in their order: most values have not, and the expression need not be
 * asked about them. Where the expression is not plainly understood, nothing is required.
 */
final class RequiredText {

    private static final RequiredText NOTHING = new RequiredText(List.of(), false, false);

    /** Letters after a backslash that stand for one character or for none, and take nothing more. */
    private static final String SIMPLE_ESCAPES = "dDsSwWbBAz";

    private final List<String> runs;
    private final boolean atStart;
    private final boolean atEnd;

    /**
     * @param atStart whether values begin with the first
     * @param atEnd whether values end with the last
     */
    private RequiredText(List<String> runs, boolean atStart, boolean atEnd) {
        this.runs = List.copyOf(runs);
        this.atStart = atStart;
        this.atEnd = atEnd;
    }

    static RequiredText of(String regex, boolean ignoreCase) {
        return ignoreCase ? NOTHING : new Reader(regex).read();
    }

    /** False only where the expression does not match the whole value. */
    boolean mayBeIn(String value) {
        int at = 0;
        for (int i = 0; i < runs.size(); i++) {
            String run = runs.get(i);
            int found;
            if (i == 0 && atStart) {
                found = value.startsWith(run) ? 0 : -1;
            } else if (i == runs.size() - 1 && atEnd) {
                found = value.endsWith(run) ? value.length() - run.length() : -1;
            } else {
                found = value.indexOf(run, at);
            }
            if (found < at) {
                return false;
            }
            at = found + run.length();
        }
        return true;
    }

    /** Goes through an expression once. */
    private static final class Reader {

        private final String regex;
        private final List<String> runs = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private boolean atStart;
        private boolean atEnd;
        private int at;

        private Reader(String regex) {
            this.regex = regex.startsWith("(?s)") ? regex.substring("(?s)".length()) : regex;
        }

        private RequiredText read() {
            while (at < regex.length()) {
                if (!readOne(regex.charAt(at++))) {
                    return NOTHING;
                }
            }
            atEnd = !run.isEmpty();
            endRun();
            return new RequiredText(runs, atStart, atEnd);
        }

        /** False where it is not plainly understood. */
        private boolean readOne(char c) {
            return switch (c) {
                case '|', ')', ']' -> false;
                case '(' -> skipGroup();
                case '[' -> skipClass();
                case '\\' -> readEscape();
                case '.', '^', '$' -> endRun();
                case '*', '?', '{' -> {
                    dropLast();
                    at--;
                    yield endRun() && skipQuantifier();
                }
                case '+' -> {
                    at--;
                    yield endRun() && skipQuantifier();
                }
                default -> append(c);
            };
        }

        private boolean append(char c) {
            atStart |= at == 1;
            run.append(c);
            return true;
        }

        /** Always true. */
        private boolean endRun() {
            if (!run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
            return true;
        }

        /** What is quantified may not be there; where that is the whole beginning, values do not begin with it. */
        private void dropLast() {
            if (!run.isEmpty()) {
                run.setLength(run.length() - Character.charCount(run.codePointBefore(run.length())));
            }
            atStart &= !run.isEmpty() || !runs.isEmpty();
        }

        private boolean readEscape() {
            if (at == regex.length()) {
                return false;
            }
            char c = regex.charAt(at++);
            if (!Character.isLetterOrDigit(c) && c < 128) {
                atStart |= at == 2;
                run.append(c);
                return true;
            }
            return SIMPLE_ESCAPES.indexOf(c) >= 0 && endRun();
        }

        private boolean skipQuantifier() {
            int end = at + 1;
            if (regex.charAt(at) == '{') {
                end = regex.indexOf('}', at) + 1;
                if (end == 0 || !regex.substring(at, end).matches("\\{[0-9]+(,[0-9]*)?}")) {
                    return false;
                }
            }
            at = end;
            if (at < regex.length() && regex.charAt(at) == '?') {
                at++;
            }
            return true;
        }

        /** To the bracket that ends it; one that stands first is among its characters. */
        private boolean skipClass() {
            endRun();
            if (at < regex.length() && regex.charAt(at) == '^') {
                at++;
            }
            int first = at;
            while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
                char c = regex.charAt(at++);
                if (c == '\\') {
                    at++;
                } else if (c == '[') {
                    return false;
                }
            }
            at++;
            return true;
        }

        /** With all that stands in it; flags may change what follows. */
        private boolean skipGroup() {
            endRun();
            if (regex.startsWith("?", at) && !regex.startsWith("?:", at) && !regex.startsWith("?P<", at)) {
                return false;
            }
            for (int depth = 1; depth > 0; ) {
                if (at >= regex.length()) {
                    return false;
                }
                char c = regex.charAt(at++);
                if (c == '\\') {
                    at++;
                } else if (c == '[') {
                    if (!skipClass()) {
                        return false;
                    }
                } else if (c == '(') {
                    depth++;
                } else if (c == ')') {
                    depth--;
                }
            }
            return true;
        }
    }
}
