package io.featureaccess.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON for tests: written with single quotes in the source, read as trees. */
public final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Reads JSON in which single quotes may stand for double ones, as {@code {'name':'fraud'}}. */
    public static JsonNode of(String text, Object... values) {
        String filled = values.length == 0 ? text : text.formatted(values);
        return parse(filled.replace('\'', '"'));
    }

    /** Reads JSON as it is. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    /** Writes a tree, a record, a map or a list; a string is taken as JSON already. */
    static String write(Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value, e);
        }
    }
}
