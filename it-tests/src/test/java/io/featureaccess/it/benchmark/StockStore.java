package io.featureaccess.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Feature sets as one would keep them in stock Keycloak: a resource each, with a permission of its own that asks for a role.
 * The first resource is made through the administration API, the others are copies of its rows, since it would take hours.
 */
final class StockStore extends Store {

    private static final String CLIENT = "stock-store";

    StockStore(TestRealm realm, int size) {
        super(realm, CLIENT, size);
    }

    @Override
    void seed() {
        String client = realm().directory().client(Json.of("""
                {'clientId':'stock-store','secret':'stock-store','serviceAccountsEnabled':true,
                 'authorizationServicesEnabled':true,'standardFlowEnabled':false}"""));
        realm().directory().clientRole(ALICE, CLIENT, "some");
        realm().directory().clientRole(BOB, CLIENT, "all");
        JsonApi authorization = realm().admin().at("clients/" + client + "/authz/resource-server");
        removeDefaults(authorization);
        for (String scope : new String[] {"view", "read-online"}) {
            authorization.post("scope", Map.of("name", scope)).expect(201);
        }
        rolePolicy(authorization, "both-roles", "some", "all");
        rolePolicy(authorization, "all-role", "all");
        String bothResource = resource(authorization, "both");
        String bothPermission = permission(authorization, "both", "both-roles");
        String allResource = resource(authorization, "all");
        String allPermission = permission(authorization, "all", "all-role");
        try (Connection connection = realm().server().database().connect()) {
            connection.setAutoCommit(false);
            copy(connection, bothResource, bothPermission, 0, ALICES + 1);
            copy(connection, allResource, allPermission, ALICES + 1, size());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the stock store cannot be filled", e);
        }
        authorization.delete("resource/" + bothResource).expect(204);
        authorization.delete("resource/" + allResource).expect(204);
    }

    private static void removeDefaults(JsonApi authorization) {
        for (JsonNode policy : authorization.get("policy").expect(200).json()) {
            authorization.delete("policy/" + policy.path("id").asText());
        }
        for (JsonNode resource : authorization.get("resource").expect(200).json()) {
            authorization.delete("resource/" + resource.path("_id").asText());
        }
    }

    private void rolePolicy(JsonApi authorization, String name, String... roles) {
        StringBuilder list = new StringBuilder();
        for (String role : roles) {
            list.append(list.isEmpty() ? "" : ",").append("{'id':'" + CLIENT + "/" + role + "'}");
        }
        authorization
                .post("policy/role", Json.of("{'name':'%s','roles':[%s]}", name, list))
                .expect(201);
    }

    private static String resource(JsonApi authorization, String name) {
        JsonNode resource =
                Json.of("{'name':'%s','type':'feature-set','scopes':[{'name':'view'},{'name':'read-online'}]}", name);
        return authorization
                .post("resource", resource)
                .expect(201)
                .json()
                .path("_id")
                .asText();
    }

    private static String permission(JsonApi authorization, String resource, String policy) {
        JsonNode permission =
                Json.of("{'name':'permission %s','resources':['%s'],'policies':['%s']}", resource, resource, policy);
        return authorization
                .post("permission/resource", permission)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void copy(Connection connection, String resource, String permission, int from, int to) throws SQLException {
        RowCopies resources = new RowCopies(connection, "RESOURCE_SERVER_RESOURCE", "ID", resource);
        RowCopies scopes = new RowCopies(connection, "RESOURCE_SCOPE", "RESOURCE_ID", resource);
        RowCopies permissions = new RowCopies(connection, "RESOURCE_SERVER_POLICY", "ID", permission);
        RowCopies configs = new RowCopies(connection, "POLICY_CONFIG", "POLICY_ID", permission);
        RowCopies policies = new RowCopies(connection, "ASSOCIATED_POLICY", "POLICY_ID", permission);
        RowCopies links = new RowCopies(connection, "RESOURCE_POLICY", "POLICY_ID", permission);
        for (int featureSet = from; featureSet < to; featureSet++) {
            String resourceId = UUID.randomUUID().toString();
            String permissionId = UUID.randomUUID().toString();
            resources.add(Map.of("ID", resourceId, "NAME", name(featureSet)));
            scopes.add(Map.of("RESOURCE_ID", resourceId));
            permissions.add(Map.of("ID", permissionId, "NAME", "permission " + name(featureSet)));
            configs.add(Map.of("POLICY_ID", permissionId));
            policies.add(Map.of("POLICY_ID", permissionId));
            links.add(Map.of("POLICY_ID", permissionId, "RESOURCE_ID", resourceId));
            if (featureSet % BATCH == 0 || featureSet == to - 1) {
                // In this order, which their foreign keys want.
                for (RowCopies copies : List.of(resources, scopes, permissions, configs, policies, links)) {
                    copies.flush();
                }
            }
        }
    }

    @Override
    String name(int featureSet) {
        return "store/f" + featureSet;
    }
}
