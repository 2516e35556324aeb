package io.featureaccess.it.harness;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A JSON API below one address, spoken to with one caller's token. Immutable: {@link #with} answers a copy. */
public final class JsonApi {

    private final String base;
    private final Supplier<String> token;
    private final Map<String, String> headers;

    /**
     * @param base the address that paths are appended to, without a slash at the end
     * @param token the bearer token, asked for at each request; an empty one sends no Authorization header
     */
    public JsonApi(String base, Supplier<String> token) {
        this(base, token, Map.of());
    }

    private JsonApi(String base, Supplier<String> token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same API with one more header on every request. */
    public JsonApi with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new JsonApi(base, token, Map.copyOf(more));
    }

    /** The same API below a further path. */
    public JsonApi at(String path) {
        return new JsonApi(base + "/" + path, token, headers);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends any request.
     *
     * @param path relative to the base, query included, already encoded
     * @param body a JSON text, or anything Jackson writes; null sends no body
     */
    public Answer send(String method, String path, Object body) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept", "application/json");
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        String bearer = token.get();
        if (!bearer.isEmpty()) {
            all.put("Authorization", "Bearer " + bearer);
        }
        all.putAll(headers);
        URI address = URI.create(path.isEmpty() ? base : base + "/" + path);
        return Http.send(method, address, all, body == null ? null : Json.write(body));
    }
}
