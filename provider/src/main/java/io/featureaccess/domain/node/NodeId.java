package io.featureaccess.domain.node;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A node's identity for ever: also the id of its Authorization Services resource, and never used again once the node is
 * deleted.
 *
 * @param value a random UUID, 36 characters
 */
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public NodeId {
        Objects.requireNonNull(value, "value is null");
    }

    public static NodeId random() {
        return new NodeId(UUID.randomUUID().toString());
    }

    /** Whether the text is one, by its form: where ids and paths are both understood, such a text is only ever an id. */
    public static boolean isForm(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
