package io.featureaccess.keycloak.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a claim holds, as texts: of lists each element, of numbers and truth values how they are written; of objects nothing. */
final class ClaimValues {

    private ClaimValues() {}

    /** @param claim as JSON libraries have it; null where it was not sent */
    static List<String> of(Object claim) {
        return flatten(claim).toList();
    }

    private static Stream<String> flatten(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Stream.of(value.toString());
        }
        if (value instanceof Iterable<?> list && !(value instanceof JsonNode)) {
            return StreamSupport.stream(list.spliterator(), false).flatMap(ClaimValues::flatten);
        }
        if (value instanceof JsonNode node && node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(ClaimValues::flatten);
        }
        return value instanceof JsonNode node && node.isValueNode() && !node.isNull()
                ? Stream.of(node.asText())
                : Stream.empty();
    }
}
