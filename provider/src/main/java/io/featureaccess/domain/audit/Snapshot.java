package io.featureaccess.domain.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What something was at one moment, as the JSON object that a row keeps: fields in the order they were put, and none for
 * what is empty. Immutable.
 */
public final class Snapshot {

    /** Nothing, yet. */
    public static final Snapshot EMPTY = new Snapshot(Map.of());

    private final Map<String, String> fields;

    private Snapshot(Map<String, String> fields) {
        this.fields = fields;
    }

    public Snapshot with(String name, String value) {
        return plus(name, quoted(value));
    }

    public Snapshot with(String name, boolean value) {
        return plus(name, String.valueOf(value));
    }

    public Snapshot with(String name, long value) {
        return plus(name, String.valueOf(value));
    }

    public Snapshot with(String name, List<String> values) {
        return plus(
                name,
                "[" + String.join(",", values.stream().map(Snapshot::quoted).toList()) + "]");
    }

    public Snapshot with(String name, Snapshot value) {
        return plus(name, value.json());
    }

    public Snapshot with(String name, Optional<String> value) {
        return value.map(present -> with(name, present)).orElse(this);
    }

    public Snapshot withTime(String name, Optional<Instant> value) {
        return with(name, value.map(Instant::toString));
    }

    public String json() {
        List<String> members = fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .toList();
        return "{" + String.join(",", members) + "}";
    }

    private Snapshot plus(String name, String json) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, json);
        return new Snapshot(more);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot snapshot && json().equals(snapshot.json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
