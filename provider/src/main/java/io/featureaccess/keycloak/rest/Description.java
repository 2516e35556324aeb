package io.featureaccess.keycloak.rest;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI description, as it lies in the JAR. */
final class Description {

    private static final String TEXT = load();

    private Description() {}

    static Response answer() {
        return Response.ok(TEXT, "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String load() {
        try (InputStream file = Description.class.getResourceAsStream("/io/featureaccess/openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
