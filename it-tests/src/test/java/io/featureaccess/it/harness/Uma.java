package io.featureaccess.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request for a decision or an RPT to the token endpoint, built up step by step and then sent. */
public final class Uma {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:uma-ticket";

    private final URI endpoint;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    Uma(URI endpoint) {
        this.endpoint = endpoint;
        field("grant_type", GRANT);
    }

    /** The person or service that asks. */
    public Uma bearer(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    /** The client asks in its own name. */
    public Uma client(String clientId, String secret) {
        return field("client_id", clientId).field("client_secret", secret);
    }

    public Uma audience(String clientId) {
        return field("audience", clientId);
    }

    /** A permission as the protocol writes it: {@code fraud/payments#view,read-online}; may be called again. */
    public Uma permission(String permission) {
        return field("permission", permission);
    }

    /** {@code decision} or {@code permissions}; without it the answer is a token. */
    public Uma mode(String responseMode) {
        return field("response_mode", responseMode);
    }

    /** Any other parameter, as {@code ticket}, {@code rpt}, {@code subject_token}; a name may repeat. */
    public Uma field(String name, String value) {
        fields.add(Map.entry(name, value));
        return this;
    }

    public Answer send() {
        return Http.form(endpoint, headers, fields);
    }

    /** Sends, expects a token, and answers its claims. */
    public JsonNode rpt() {
        return Jwt.payload(send().expect(200).json().path("access_token").asText());
    }
}
