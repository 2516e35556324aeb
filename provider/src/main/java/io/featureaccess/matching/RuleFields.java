package io.featureaccess.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of one JSON object among rules; a problem names the place as its writer would find it. Null counts as absent. */
final class RuleFields {

    private final ObjectNode object;
    private final String place;

    private RuleFields(ObjectNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /** @throws DomainProblem {@code malformed-value} where it is no list of objects, {@code too-many} */
    static List<RuleFields> list(JsonNode list, String name, int most) {
        List<RuleFields> objects = new ArrayList<>();
        for (JsonNode element : elements(list, name, most)) {
            String place = name + "[" + objects.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw DomainProblem.malformed(place, "it is a JSON object");
            }
            objects.add(new RuleFields(object, place + "."));
        }
        return objects;
    }

    private static List<JsonNode> elements(JsonNode list, String name, int most) {
        if (!list.isArray()) {
            throw DomainProblem.malformed(name, "it is a JSON list");
        }
        if (list.size() > most) {
            throw DomainProblem.tooMany(name, most);
        }
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    /** What stands before the names of its fields. */
    String place() {
        return place;
    }

    /** @throws DomainProblem {@code unknown-field} */
    void only(String... names) {
        List<String> allowed = List.of(names);
        object.fieldNames().forEachRemaining(field -> {
            if (!allowed.contains(field)) {
                throw DomainProblem.unknownField(place + field, allowed);
            }
        });
    }

    /** @throws DomainProblem {@code missing-field}, {@code malformed-value} */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> DomainProblem.missingField(place + field));
    }

    Optional<String> optionalText(String field) {
        return value(field).map(node -> asText(node, place + field));
    }

    /** False unless given. */
    boolean flag(String field) {
        return value(field)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw DomainProblem.malformed(place + field, "it is true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    /** None unless given. */
    List<String> texts(String field, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node :
                value(field).map(list -> elements(list, place + field, most)).orElse(List.of())) {
            texts.add(asText(node, place + field + "[" + texts.size() + "]"));
        }
        return texts;
    }

    List<RuleFields> objects(String field, int most) {
        JsonNode list = value(field).orElseThrow(() -> DomainProblem.missingField(place + field));
        return list(list, place + field, most);
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    private static String asText(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw DomainProblem.malformed(name, "it is a text in quotes");
        }
        return node.textValue();
    }
}
