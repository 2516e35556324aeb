package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node's name and key, such as {@code fraud/payments/transactions}: one to three segments, which never change.
 *
 * @param segments each matching {@code [a-z0-9][a-z0-9._-]{0,62}}
 */
public record NodePath(List<String> segments) implements Comparable<NodePath> {

    /** What a path segment looks like, for messages. */
    public static final String SEGMENT = "[a-z0-9][a-z0-9._-]{0,62}";

    /** Three segments of 63 characters and two slashes. */
    public static final int MAX_LENGTH = 3 * 63 + 2;

    private static final Pattern VALID_SEGMENT = Pattern.compile(SEGMENT);

    /** @throws DomainProblem {@code malformed-value} where a segment is not well-formed or there are none or too many */
    public NodePath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.size() > NodeKind.values().length) {
            throw DomainProblem.malformed(
                    "node", "a path has one to three segments separated by '/': workspace/project/feature-set");
        }
        segments.forEach(segment -> requireValidSegment("node", segment));
        if (segments.size() == 1 && NodeId.isForm(segments.get(0))) {
            throw DomainProblem.malformed(
                    "name", "a workspace's name is no UUID, which would be taken for a node's id");
        }
    }

    /** @throws DomainProblem {@code malformed-value}, or {@code missing-field} for null */
    public static NodePath parse(String text) {
        if (text == null) {
            throw DomainProblem.missingField("node");
        }
        if (text.length() > MAX_LENGTH) {
            throw DomainProblem.malformed("node", "a path is at most " + MAX_LENGTH + " characters");
        }
        return new NodePath(List.of(text.split("/", -1)));
    }

    /** The path, unless the text is none: for doors at which a malformed path and an unknown one must look alike. */
    public static Optional<NodePath> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (DomainProblem malformed) {
            return Optional.empty();
        }
    }

    public static void requireValidSegment(String field, String segment) {
        if (segment == null || !VALID_SEGMENT.matcher(segment).matches()) {
            throw DomainProblem.malformed(field, "a name matches " + SEGMENT);
        }
    }

    public NodeKind kind() {
        return NodeKind.ofDepth(segments.size());
    }

    /** The last segment. */
    public String name() {
        return segments.get(segments.size() - 1);
    }

    public Optional<NodePath> parent() {
        return segments.size() == 1
                ? Optional.empty()
                : Optional.of(new NodePath(segments.subList(0, segments.size() - 1)));
    }

    /** @throws DomainProblem {@code malformed-value} on the field {@code name} */
    public NodePath child(String name) {
        requireValidSegment("name", name);
        List<String> longer = new ArrayList<>(segments);
        longer.add(name);
        return new NodePath(longer);
    }

    /** This path from the workspace down: {@code a}, {@code a/b}, {@code a/b/c}. */
    public List<NodePath> lineage() {
        List<NodePath> lineage = new ArrayList<>();
        for (int depth = 1; depth <= segments.size(); depth++) {
            lineage.add(new NodePath(segments.subList(0, depth)));
        }
        return List.copyOf(lineage);
    }

    @Override
    public int compareTo(NodePath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
