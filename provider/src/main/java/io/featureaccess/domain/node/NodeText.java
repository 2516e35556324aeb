package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What people write about a node, and how much of it. */
public final class NodeText {

    public static final int LONGEST_DISPLAY_NAME = 255;
    public static final int LONGEST_DESCRIPTION = 2000;
    public static final int MOST_SENSITIVE_FEATURES = 1000;
    public static final int LONGEST_FEATURE_NAME = 255;

    private NodeText() {}

    /** @throws DomainProblem {@code malformed-value} */
    public static String displayName(String text) {
        if (text.isBlank() || text.length() > LONGEST_DISPLAY_NAME || hasControl(text, "")) {
            throw DomainProblem.malformed(
                    "displayName", "it is one line of 1 to " + LONGEST_DISPLAY_NAME + " characters, and not blank");
        }
        return text;
    }

    /** @throws DomainProblem {@code malformed-value} */
    public static String description(String text) {
        if (text.length() > LONGEST_DESCRIPTION || hasControl(text, "\n\r\t")) {
            throw DomainProblem.malformed(
                    "description", "it is at most " + LONGEST_DESCRIPTION + " characters, without control characters");
        }
        return text;
    }

    /** @throws DomainProblem {@code too-many}, {@code malformed-value} */
    public static List<String> sensitiveFeatures(List<String> names) {
        if (names.size() > MOST_SENSITIVE_FEATURES) {
            throw DomainProblem.tooMany("sensitiveFeatures", MOST_SENSITIVE_FEATURES);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            requireFeatureName(names.get(i), i, seen);
        }
        return List.copyOf(names);
    }

    private static void requireFeatureName(String name, int index, Set<String> seen) {
        String field = "sensitiveFeatures[" + index + "]";
        if (name.isBlank() || name.length() > LONGEST_FEATURE_NAME || hasControl(name, "")) {
            throw DomainProblem.malformed(
                    field,
                    "a feature's name is one line of 1 to " + LONGEST_FEATURE_NAME + " characters, and not blank");
        }
        if (!seen.add(name)) {
            throw DomainProblem.malformed(field, "each feature stands once");
        }
    }

    private static boolean hasControl(String text, String allowed) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0);
    }
}
