package io.featureaccess.it.uma;

import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource server as one would build it with stock Keycloak: a resource a node with its own scopes, a user policy a
 * person, and a scope permission for each resource and action that is permitted.
 */
final class StockStore {

    static final String CLIENT = "stock-store";
    static final String SECRET = "stock-secret";

    private final TestRealm realm;

    private StockStore(TestRealm realm) {
        this.realm = realm;
    }

    /** @param rights of each person, as {@code path#action,action} */
    static StockStore create(TestRealm realm, Map<String, List<String>> rights) {
        String client = realm.directory().client(Json.of("""
                {'clientId':'%s','secret':'%s','serviceAccountsEnabled':true,'standardFlowEnabled':false,
                 'authorizationServicesEnabled':true}""", CLIENT, SECRET));
        JsonApi server = realm.admin().at("clients/" + client + "/authz/resource-server");
        removeDefaults(server);
        Map<String, Set<String>> scopes = scopes(rights);
        scopes.values().stream().flatMap(Set::stream).distinct().forEach(scope -> server.post(
                        "scope", Map.of("name", scope))
                .expect(201));
        scopes.forEach(
                (path, named) -> server.post("resource", resource(path, named)).expect(201));
        rights.forEach((username, permitted) -> permit(realm, server, username, permitted));
        return new StockStore(realm);
    }

    Uma uma(String username) {
        return realm.umaFor(CLIENT).bearer(realm.token(username));
    }

    private static void permit(TestRealm realm, JsonApi server, String username, List<String> permitted) {
        server.post(
                        "policy/user",
                        Map.of(
                                "name",
                                username,
                                "users",
                                List.of(realm.directory().userId(username))))
                .expect(201);
        for (String right : permitted) {
            String[] parts = right.split("#");
            Map<String, Object> permission = Map.of(
                    "name", username + " " + right,
                    "resources", List.of(parts[0]),
                    "scopes", List.of(parts[1].split(",")),
                    "policies", List.of(username));
            server.post("permission/scope", permission).expect(201);
        }
    }

    /** What Keycloak puts on a new resource server would grant everything to everyone. */
    private static void removeDefaults(JsonApi server) {
        for (String kind : List.of("policy", "resource")) {
            server.get(kind)
                    .expect(200)
                    .json()
                    .forEach(each -> server.delete(kind + "/"
                            + each.path(each.has("_id") ? "_id" : "id").asText()));
        }
        Map<String, Object> affirmative =
                Map.of("policyEnforcementMode", "ENFORCING", "decisionStrategy", "AFFIRMATIVE");
        server.put("", affirmative).expect(204);
    }

    private static Map<String, Set<String>> scopes(Map<String, List<String>> rights) {
        Map<String, Set<String>> scopes = new TreeMap<>();
        rights.values()
                .forEach(all -> all.forEach(right -> {
                    String[] parts = right.split("#");
                    scopes.computeIfAbsent(parts[0], path -> new TreeSet<>()).addAll(List.of(parts[1].split(",")));
                }));
        return scopes;
    }

    private static Map<String, Object> resource(String path, Set<String> scopes) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", path);
        resource.put(
                "scopes", scopes.stream().map(scope -> Map.of("name", scope)).toList());
        return resource;
    }
}
