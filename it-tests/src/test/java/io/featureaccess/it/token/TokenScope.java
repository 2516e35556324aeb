package io.featureaccess.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.featureaccess.it.harness.TestRealm;

/** The client scope {@code feature-access} of a realm, given and configured as an administrator would. */
public final class TokenScope {

    private final TestRealm realm;

    public TokenScope(TestRealm realm) {
        this.realm = realm;
    }

    /** Gives it to a client for all its tokens. */
    public TokenScope giveTo(String clientId) {
        realm.admin()
                .put("clients/" + realm.directory().clientId(clientId) + "/default-client-scopes/" + id(), "{}")
                .expect(204);
        return this;
    }

    /** @param shape of the mapper that is to be configured: {@code claim} or {@code flat} */
    public TokenScope configure(String shape, String setting, String value) {
        String mappers = "client-scopes/" + id() + "/protocol-mappers/models";
        for (JsonNode mapper : realm.admin().get(mappers).expect(200).json()) {
            ObjectNode config = (ObjectNode) mapper.path("config");
            if (config.path("shape").asText().equals(shape)) {
                config.put(setting, value);
                realm.admin()
                        .put(mappers + "/" + mapper.path("id").asText(), mapper)
                        .expect(204);
                return this;
            }
        }
        throw new AssertionError("no mapper of shape " + shape);
    }

    private String id() {
        for (JsonNode scope : realm.admin().get("client-scopes").expect(200).json()) {
            if (scope.path("name").asText().equals("feature-access")) {
                return scope.path("id").asText();
            }
        }
        throw new AssertionError("the installer made no such scope");
    }
}
