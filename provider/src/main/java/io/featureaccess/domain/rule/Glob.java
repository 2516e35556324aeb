package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;

/** Translates globs into regular expressions; each star becomes a capture. */
final class Glob {

    private static final String MEANINGFUL = "\\.+*?()|[]{}^$";

    private Glob() {}

    /** @throws DomainProblem {@code malformed-value} on that field for a backslash at the end */
    static String toRegex(String field, String glob) {
        StringBuilder regex = new StringBuilder("(?s)");
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append("(.*)");
                case '?' -> regex.append('.');
                case '\\' -> {
                    if (++i == glob.length()) {
                        throw DomainProblem.malformed(
                                field, "a backslash stands before the character that it takes literally");
                    }
                    appendLiteral(regex, glob.charAt(i));
                }
                default -> appendLiteral(regex, c);
            }
        }
        return regex.toString();
    }

    private static void appendLiteral(StringBuilder regex, char c) {
        if (MEANINGFUL.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
