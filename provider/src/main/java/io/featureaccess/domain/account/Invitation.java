package io.featureaccess.domain.account;

import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is to be invited. What else an address or a name must be like is for the realm to say.
 *
 * @param username empty for the e-mail address
 */
public record Invitation(
        Optional<String> username, String email, Optional<String> firstName, Optional<String> lastName) {

    private static final int LONGEST = 255;

    /** @throws DomainProblem {@code malformed-value}, naming the field */
    public Invitation {
        username.ifPresent(text -> requireLine("username", text));
        requireLine("email", email);
        firstName.ifPresent(text -> requireLine("firstName", text));
        lastName.ifPresent(text -> requireLine("lastName", text));
        Objects.requireNonNull(username, "username is null");
    }

    private static void requireLine(String field, String text) {
        if (text.isBlank()
                || text.length() > LONGEST
                || PrincipalRef.UNSTORABLE.matcher(text).find()) {
            throw DomainProblem.malformed(field, "it is one line of 1 to " + LONGEST + " characters, and not blank");
        }
    }
}
