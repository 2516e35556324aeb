package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The body of a request: JSON, and said to be, of bounded length. */
final class JsonBody {

    /** In bytes: several times the largest list of grants that is taken at once. */
    static final int LARGEST = 1 << 20;

    private JsonBody() {}

    static JsonNode required(KeycloakSession session, InputStream body) {
        requireJson(session);
        return Json.read(bytes(body));
    }

    /** Empty where there is none, whatever its type is said to be. */
    static Optional<JsonNode> optional(KeycloakSession session, InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        requireJson(session);
        return Optional.of(Json.read(bytes));
    }

    private static void requireJson(KeycloakSession session) {
        List<String> types =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader("Content-Type");
        if (types == null || types.isEmpty() || !isJson(types.get(0))) {
            throw HttpProblem.of(
                    HttpProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body is JSON: 'Content-Type: application/json'");
        }
    }

    private static boolean isJson(String type) {
        try {
            MediaType given = MediaType.valueOf(type);
            String charset = given.getParameters().get("charset");
            return MediaType.APPLICATION_JSON_TYPE.isCompatible(given)
                    && !given.isWildcardType()
                    && (charset == null || charset.equalsIgnoreCase("utf-8"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw HttpProblem.of(HttpProblemCode.BODY_TOO_LARGE, "a body has at most " + LARGEST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read", e);
        }
    }
}
