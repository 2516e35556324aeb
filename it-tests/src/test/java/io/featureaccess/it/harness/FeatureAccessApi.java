package io.featureaccess.it.harness;

import java.util.LinkedHashMap;
import java.util.Map;

/** The extension's HTTP API in one realm, for one caller. What has no method of its own is asked through {@link #http}. */
public final class FeatureAccessApi {

    private final JsonApi http;

    FeatureAccessApi(JsonApi http) {
        this.http = http;
    }

    /** Any request below {@code /realms/{realm}/feature-access}. */
    public JsonApi http() {
        return http;
    }

    /** The same caller with one more header on every request. */
    public FeatureAccessApi with(String header, String value) {
        return new FeatureAccessApi(http.with(header, value));
    }

    public Answer get(String path) {
        return http.get(path);
    }

    public Answer post(String path, Object body) {
        return http.post(path, body);
    }

    public Answer put(String path, Object body) {
        return http.put(path, body);
    }

    public Answer patch(String path, Object body) {
        return http.patch(path, body);
    }

    public Answer delete(String path) {
        return http.delete(path);
    }

    /** Makes a workspace of kind {@code dev} or {@code live}. */
    public Answer createWorkspace(String name, String kind) {
        return http.post("workspaces", Map.of("name", name, "kind", kind));
    }

    /** Makes the project or feature set with this path, below a parent that is there already. */
    public Answer create(String path) {
        return create(path, Map.of());
    }

    /** Makes the project or feature set with this path and these further fields, as {@code secret}. */
    public Answer create(String path, Map<String, ?> fields) {
        NodeAddress node = NodeAddress.of(path);
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("name", node.name());
        return http.post(node.siblings(), body);
    }

    /** The node itself. */
    public Answer node(String path) {
        return http.get(NodeAddress.of(path).self());
    }

    /** Grants a role on a node to a principal, written as {@code user:alice}. */
    public Answer grant(String path, String principal, String role) {
        return http.put(NodeAddress.of(path).self() + "/grants", Map.of("principal", principal, "role", role));
    }

    /** Takes a principal's role on a node away. */
    public Answer revoke(String path, String principal, String role) {
        String query = "?principal=" + Http.encode(principal) + "&role=" + role;
        return http.delete(NodeAddress.of(path).self() + "/grants" + query);
    }
}
