package io.featureaccess.domain.group;

import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;

/** What a group may be called. */
public final class GroupName {

    public static final int LONGEST = 255;

    /** Longer paths could not be written as references. */
    public static final int LONGEST_PATH =
            PrincipalRef.MAX_LENGTH - PrincipalType.GROUP.id().length() - 1;

    private static final String FIELD = "name";

    private GroupName() {}

    /** @throws DomainProblem {@code malformed-value} on {@code name} */
    public static String require(String name) {
        boolean odd = name.isBlank()
                || name.length() > LONGEST
                || name.indexOf('/') >= 0
                || PrincipalRef.UNSTORABLE.matcher(name).find();
        if (odd || !name.equals(name.strip())) {
            throw DomainProblem.malformed(
                    FIELD,
                    "it is one line of 1 to " + LONGEST
                            + " characters without '/', not beginning or ending with a space");
        }
        return name;
    }

    /**
     * @param longest in characters, of a group and all below it
     * @throws DomainProblem {@code malformed-value} on {@code name}
     */
    public static void requireShortPath(int longest) {
        if (longest > LONGEST_PATH) {
            throw DomainProblem.malformed(
                    FIELD,
                    "the path of the group, or of one below it, would have more than " + LONGEST_PATH + " characters");
        }
    }
}
