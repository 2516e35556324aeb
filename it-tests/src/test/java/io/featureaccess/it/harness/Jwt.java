package io.featureaccess.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token's payload, read without checking its signature: the tests look at what the server wrote. */
public final class Jwt {

    private Jwt() {}

    /** The claims of a token. */
    public static JsonNode payload(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("no JWT: " + token);
        }
        return Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
