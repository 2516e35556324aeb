package io.featureaccess.it.uma;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small store: workspace {@code fraud}, in it {@code payments} with two feature sets, and {@code vault}, which is secret,
 * with one. Olivia owns all of it; Alice is consumer of {@code payments} and operator of its {@code merchants}; the service
 * account {@code pipeline} is data reader of {@code payments}; Bob has nothing.
 */
final class UmaScene {

    static final String SECRET = "pipeline-secret";
    static final List<String> OF_ALICE = List.of(
            "fraud/payments#read-offline,read-online,view,view-access",
            "fraud/payments/merchants#manage-jobs,read-offline,read-online,trigger-jobs,view,view-access",
            "fraud/payments/transactions#read-offline,read-online,view,view-access");

    private final TestRealm realm;

    UmaScene(TestRealm realm) {
        this.realm = realm;
        List.of("olivia", "alice", "bob").forEach(realm.directory()::user);
        realm.directory().serviceAccount("pipeline", SECRET);
        FeatureAccessApi olivia = realm.as("olivia");
        olivia.createWorkspace("fraud", "dev").expect(201);
        olivia.create("fraud/payments").expect(201);
        olivia.create("fraud/payments/transactions").expect(201);
        olivia.create("fraud/payments/merchants").expect(201);
        olivia.create("fraud/vault", Map.of("secret", true)).expect(201);
        olivia.create("fraud/vault/keys").expect(201);
        grant("fraud/payments", "user:alice", "consumer");
        grant("fraud/payments/merchants", "user:alice", "operator");
        grant("fraud/payments", "service-account:pipeline", "data-reader");
    }

    TestRealm realm() {
        return realm;
    }

    void grant(String node, String principal, String role) {
        realm.as("olivia").grant(node, principal, role).expect(200);
    }

    void grantUntil(String node, String principal, String role, Instant end) {
        String[] names = node.split("/");
        Map<String, Object> grant = Map.of("principal", principal, "role", role, "expiresAt", end.toString());
        realm.as("olivia")
                .put("workspaces/" + names[0] + "/projects/" + names[1] + "/grants", grant)
                .expect(200);
    }

    void revoke(String node, String principal, String role) {
        realm.as("olivia").revoke(node, principal, role).expect(204);
    }

    /** A node's id, which is its resource's too. */
    String id(String node) {
        return realm.as("olivia").node(node).expect(200).json().path("id").asText();
    }

    /** Writes one of the realm's attributes; an empty value takes it away. */
    void setting(String attribute, String value) {
        JsonNode attributes = realm.admin().get("").expect(200).json().path("attributes");
        Map<String, String> all = new TreeMap<>();
        attributes
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        all.put(attribute, value);
        realm.admin().put("", Map.of("attributes", all)).expect(204);
    }

    /** The protection API, for the resource server's own service account. */
    JsonApi protection() {
        return new JsonApi(realm.url() + "/authz/protection", realm::resourceServerToken);
    }

    /** A permission ticket for some actions on a node. */
    String ticket(String node, String... actions) {
        List<?> wanted = List.of(Map.of("resource_id", id(node), "resource_scopes", List.of(actions)));
        return protection()
                .post("permission", wanted)
                .expect(201)
                .json()
                .path("ticket")
                .asText();
    }

    /** What introspection says of a token to the resource server. */
    JsonNode introspect(String token, String hint) {
        return introspect(token, hint, TestRealm.RESOURCE_SERVER, TestRealm.RESOURCE_SERVER_SECRET);
    }

    JsonNode introspect(String token, String hint, String client, String secret) {
        Map<String, String> form = new TreeMap<>(Map.of("token", token, "client_id", client, "client_secret", secret));
        if (!hint.isEmpty()) {
            form.put("token_type_hint", hint);
        }
        return Forms.post(realm.url() + "/protocol/openid-connect/token/introspect", form)
                .expect(200)
                .json();
    }

    /** The RPT itself. */
    static String token(Uma request) {
        return request.send().expect(200).json().path("access_token").asText();
    }

    /** What a token permits, as {@code path#action,action}, in its order; actions sorted. */
    static List<String> permissions(Uma request) {
        return permissions(request.send());
    }

    static List<String> permissions(Answer answer) {
        JsonNode body = answer.expect(200).json();
        return permissions(
                body.isArray()
                        ? body
                        : Jwt.payload(body.path("access_token").asText())
                                .path("authorization")
                                .path("permissions"));
    }

    static List<String> permissions(JsonNode permissions) {
        List<String> read = new ArrayList<>();
        permissions.forEach(permission -> {
            TreeSet<String> scopes = new TreeSet<>();
            permission.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            read.add(permission.path("rsname").asText() + "#" + String.join(",", scopes));
        });
        return read;
    }
}
