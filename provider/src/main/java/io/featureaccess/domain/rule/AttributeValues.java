package io.featureaccess.domain.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values that rules look at, each once and in ascending order, within limits that keep a login short whatever was sent.
 * Which values count depends on the values alone and never on their order. To leave some out never gives more: rules have no
 * negation.
 *
 * @param notes what was left out, for people; never a value
 */
public record AttributeValues(Map<String, List<String>> values, List<String> notes) {

    public static final int MOST_VALUES = 500;

    /** In bytes of UTF-8. */
    public static final int LARGEST_VALUE = 1024;

    public AttributeValues {
        values = Map.copyOf(values);
        notes = List.copyOf(notes);
    }

    /** @param names the attributes that rules look at */
    public static AttributeValues of(Set<String> names, AttributeSource source) {
        Map<String, List<String>> values = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        for (String name : names) {
            List<String> all =
                    source.valuesOf(name).stream().distinct().sorted().toList();
            List<String> fitting = all.stream()
                    .filter(AttributeValues::fits)
                    .limit(MOST_VALUES)
                    .toList();
            if (fitting.size() < all.size()) {
                notes.add("of the " + all.size() + " values of the attribute '" + name + "', " + fitting.size()
                        + " count: at most " + MOST_VALUES + ", of at most " + LARGEST_VALUE + " bytes each");
            }
            values.put(name, fitting);
        }
        return new AttributeValues(values, notes);
    }

    /** Counted roughly first, as no character has more than three bytes a {@code char}. */
    private static boolean fits(String value) {
        return value.length() * 3 <= LARGEST_VALUE
                || value.length() <= LARGEST_VALUE && value.getBytes(StandardCharsets.UTF_8).length <= LARGEST_VALUE;
    }

    List<String> valuesOf(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** In characters. */
    long lengthOf(String attribute) {
        return valuesOf(attribute).stream().mapToLong(String::length).sum();
    }

    /** The first half of the values of each attribute. */
    AttributeValues half() {
        Map<String, List<String>> fewer = new TreeMap<>();
        values.forEach((name, all) -> fewer.put(name, all.subList(0, all.size() / 2)));
        return new AttributeValues(fewer, notes);
    }

    AttributeValues noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new AttributeValues(values, more);
    }
}
