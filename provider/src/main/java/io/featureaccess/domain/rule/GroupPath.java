package io.featureaccess.domain.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A group by the names from its root down; none of the names has a slash in it, so that the path says which group it is. */
public record GroupPath(List<String> segments) implements Comparable<GroupPath> {

    /** As long as Keycloak stores. */
    public static final int LONGEST_NAME = 255;

    private static final Pattern UNSUITABLE = Pattern.compile("[/\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    public GroupPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || !segments.stream().allMatch(GroupPath::isName)) {
            throw new IllegalArgumentException("not the path of a group");
        }
    }

    /** Empty where one of the names could not be a group's. */
    static Optional<GroupPath> ofNames(List<String> names) {
        return names.stream().allMatch(GroupPath::isName) ? Optional.of(new GroupPath(names)) : Optional.empty();
    }

    /** Not empty, without a slash, a control character or white space at an end, and not too long. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.equals(text.strip())
                && !UNSUITABLE.matcher(text).find();
    }

    /** The path above it; empty for a root group. */
    public Optional<GroupPath> parent() {
        return segments.size() == 1
                ? Optional.empty()
                : Optional.of(new GroupPath(segments.subList(0, segments.size() - 1)));
    }

    public String name() {
        return segments.get(segments.size() - 1);
    }

    @Override
    public int compareTo(GroupPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
