package io.featureaccess.it.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A resource server as Keycloak's own administration shows and changes it. */
final class AuthorizationSettings {

    private final TestRealm realm;

    AuthorizationSettings(TestRealm realm) {
        this.realm = realm;
    }

    JsonNode client() {
        return realm.admin().get("clients/" + clientId()).expect(200).json();
    }

    JsonNode server() {
        return api().get("").expect(200).json();
    }

    Set<String> names(String what) {
        Set<String> names = new TreeSet<>();
        list(what).forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    /** Names of the scopes that a resource has. */
    Set<String> scopesOf(String resource) {
        JsonNode found =
                api().get("resource/" + idOf("resource", resource)).expect(200).json();
        return new TreeSet<>(found.path("scopes").findValuesAsText("name"));
    }

    String idOf(String what, String name) {
        String key = what.equals("resource") ? "_id" : "id";
        for (JsonNode one : list(what)) {
            if (one.path("name").asText().equals(name)) {
                return one.path(key).asText();
            }
        }
        throw new AssertionError("no " + what + " " + name);
    }

    void remove(String what, String name) {
        api().delete(what + "/" + idOf(what, name)).expect(204);
    }

    /** Ids of the resources that are not the client's own. */
    List<String> instances() {
        return realm.admin()
                .get("clients/" + clientId() + "/authz/resource-server/resource?max=100&owner="
                        + realm.directory().serviceAccountUserId(TestRealm.RESOURCE_SERVER))
                .expect(200)
                .json()
                .findValuesAsText("_id");
    }

    JsonApi api() {
        return realm.admin().at("clients/" + clientId() + "/authz/resource-server");
    }

    private JsonNode list(String what) {
        return api().get(what + "?max=100").expect(200).json();
    }

    private String clientId() {
        return realm.directory().clientId(TestRealm.RESOURCE_SERVER);
    }
}
