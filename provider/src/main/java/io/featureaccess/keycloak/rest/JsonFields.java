package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one JSON object of a request. Each is read by its type, and a problem names it as the sender would find it:
 * {@code settings.viewersReadOffline}, {@code checks[3].node}. A field that is null counts as absent.
 */
final class JsonFields {

    private final ObjectNode object;
    private final String prefix;

    private JsonFields(ObjectNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /**
     * @param name what problems call the value itself, for example {@code body}
     * @param prefix what stands before its fields' names in problems
     * @throws DomainProblem {@code malformed-value} where it is no object
     */
    static JsonFields of(JsonNode node, String name, String prefix) {
        if (node instanceof ObjectNode fields) {
            return new JsonFields(fields, prefix);
        }
        throw DomainProblem.malformed(name, "it is a JSON object");
    }

    /** @throws DomainProblem {@code unknown-field}, naming the first field that is none of these, and these */
    JsonFields only(String... names) {
        List<String> allowed = List.of(names);
        object.fieldNames().forEachRemaining(field -> {
            if (!allowed.contains(field)) {
                throw DomainProblem.unknownField(prefix + field, allowed);
            }
        });
        return this;
    }

    /** Whether the field is there, be it null. */
    boolean has(String field) {
        return object.has(field);
    }

    /** @throws DomainProblem {@code missing-field} or {@code malformed-value} */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> DomainProblem.missingField(prefix + field));
    }

    Optional<String> optionalText(String field) {
        return value(field).map(node -> asText(node, prefix + field));
    }

    Optional<Boolean> optionalFlag(String field) {
        return value(field).map(node -> {
            if (!node.isBoolean()) {
                throw DomainProblem.malformed(prefix + field, "it is true or false");
            }
            return node.booleanValue();
        });
    }

    /** A whole number that cannot be missing, 0 or more. */
    long count(String field) {
        JsonNode node = value(field).orElseThrow(() -> DomainProblem.missingField(prefix + field));
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw DomainProblem.malformed(prefix + field, "it is a whole number, 0 or more");
        }
        return node.longValue();
    }

    Optional<Integer> optionalNumber(String field) {
        return value(field).map(node -> {
            if (!node.canConvertToInt() || !node.canConvertToExactIntegral()) {
                throw DomainProblem.malformed(prefix + field, "it is a whole number");
            }
            return node.intValue();
        });
    }

    Optional<Instant> optionalInstant(String field) {
        return optionalText(field).map(text -> asInstant(text, prefix + field));
    }

    Optional<List<String>> optionalTexts(String field, int most) {
        return elements(field, most).map(nodes -> {
            List<String> texts = new ArrayList<>();
            for (JsonNode node : nodes) {
                texts.add(asText(node, prefix + field + "[" + texts.size() + "]"));
            }
            return List.copyOf(texts);
        });
    }

    /** Whatever JSON it is. */
    Optional<JsonNode> optionalJson(String field) {
        return value(field);
    }

    /** Of a field whose names are the sender's own: each with a text, or a list of them. */
    Map<String, List<String>> optionalTextLists(String field, int mostNames, int mostTexts) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        optionalObject(field).ifPresent(names -> {
            if (names.object.size() > mostNames) {
                throw DomainProblem.tooMany(prefix + field, mostNames);
            }
            names.object.fieldNames().forEachRemaining(name -> lists.put(name, names.textOrTexts(name, mostTexts)));
        });
        return lists;
    }

    private List<String> textOrTexts(String field, int most) {
        return value(field).filter(JsonNode::isTextual).isPresent()
                ? List.of(text(field))
                : optionalTexts(field, most).orElse(List.of());
    }

    Optional<JsonFields> optionalObject(String field) {
        return value(field).map(node -> of(node, prefix + field, prefix + field + "."));
    }

    /** @throws DomainProblem {@code missing-field}, {@code malformed-value} or {@code too-many} */
    List<JsonFields> objects(String field, int most) {
        List<JsonNode> nodes = elements(field, most).orElseThrow(() -> DomainProblem.missingField(prefix + field));
        return objects(nodes, prefix + field);
    }

    static List<JsonFields> objects(List<JsonNode> nodes, String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode node : nodes) {
            String element = name + "[" + objects.size() + "]";
            objects.add(of(node, element, element + "."));
        }
        return List.copyOf(objects);
    }

    private Optional<List<JsonNode>> elements(String field, int most) {
        return value(field).map(node -> {
            if (!node.isArray()) {
                throw DomainProblem.malformed(prefix + field, "it is a list");
            }
            if (node.size() > most) {
                throw DomainProblem.tooMany(prefix + field, most);
            }
            List<JsonNode> elements = new ArrayList<>();
            node.forEach(elements::add);
            return elements;
        });
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    private static String asText(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw DomainProblem.malformed(name, "it is a text in quotes");
        }
        return StorableText.require(name, node.textValue());
    }

    static Instant asInstant(String text, String name) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isAfter(LATEST) || instant.isBefore(Instant.EPOCH)) {
                throw DomainProblem.malformed(name, "it lies between 1970 and 9999");
            }
            return instant;
        } catch (DateTimeException e) {
            throw DomainProblem.malformed(name, "it is an ISO 8601 time with an offset, such as 2027-01-31T12:00:00Z");
        }
    }

    /** Beyond it, databases and time formats of four-digit years disagree. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
}
