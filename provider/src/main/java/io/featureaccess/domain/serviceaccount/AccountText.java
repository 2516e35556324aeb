package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.problem.DomainProblem;

/** What people write about accounts and keys, and how much of it. */
public final class AccountText {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_DESCRIPTION = 2000;

    private AccountText() {}

    /** @throws DomainProblem {@code malformed-value} */
    static String requireName(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME || !text.equals(text.strip()) || hasControl(text, "")) {
            throw DomainProblem.malformed(
                    "name",
                    "it is one line of 1 to " + LONGEST_NAME + " characters, without spaces at its beginning or end");
        }
        return text;
    }

    /** @throws DomainProblem {@code malformed-value} */
    static String requireDescription(String text) {
        if (text.length() > LONGEST_DESCRIPTION || hasControl(text, "\n\r\t")) {
            throw DomainProblem.malformed(
                    "description", "it is at most " + LONGEST_DESCRIPTION + " characters, without control characters");
        }
        return text;
    }

    private static boolean hasControl(String text, String allowed) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0);
    }
}
