package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The OpenAPI description: one document, kept in parts by subject. */
final class Description {

    private static final String PLACE = "/io/featureaccess/openapi/";
    private static final List<String> PARTS = List.of(
            "me",
            "nodes",
            "grants",
            "requests",
            "access",
            "administration",
            "people",
            "audit",
            "transfer",
            "service-accounts",
            "rules");
    private static final String TEXT = Json.write(joined());

    private Description() {}

    static Response answer() {
        return Response.ok(TEXT, "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }

    static String text() {
        return TEXT;
    }

    private static ObjectNode joined() {
        ObjectNode whole = part("base");
        PARTS.forEach(part -> add(part(part), whole));
        return whole;
    }

    /** Objects are joined field by field, so that parts may add to the same section. */
    private static void add(ObjectNode part, ObjectNode whole) {
        part.properties().forEach(field -> {
            if (whole.get(field.getKey()) instanceof ObjectNode section) {
                add((ObjectNode) field.getValue(), section);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    private static ObjectNode part(String name) {
        try (InputStream file = Description.class.getResourceAsStream(PLACE + name + ".json")) {
            return (ObjectNode) Json.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("no description of " + name, e);
        }
    }
}
