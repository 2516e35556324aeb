package io.featureaccess.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A realm's users, groups and clients, by the administration API; every method fails on any refusal. */
public final class Directory {

    private final JsonApi admin;

    Directory(JsonApi admin) {
        this.admin = admin;
    }

    /** Makes an enabled user whose password is the name, with a verified address, and answers the id. */
    public String user(String username) {
        Map<String, Object> user = Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@example.com",
                "emailVerified",
                true,
                "firstName",
                username,
                "lastName",
                "Test",
                "credentials",
                List.of(Map.of("type", "password", "value", username, "temporary", false)));
        return createdId(admin.post("users", user));
    }

    public String userId(String username) {
        return only(admin.get("users?exact=true&username=" + Http.encode(username)), "id");
    }

    public void enable(String username, boolean enabled) {
        admin.put("users/" + userId(username), Map.of("enabled", enabled)).expect(204);
    }

    public void removeUser(String username) {
        admin.delete("users/" + userId(username)).expect(204);
    }

    /** Makes the group with this path and whatever parents are missing, and answers its id. */
    public String group(String path) {
        String parent = "";
        String walked = "";
        for (String segment : path.substring(1).split("/")) {
            walked = walked + "/" + segment;
            parent = existingOrNew(walked, segment, parent);
        }
        return parent;
    }

    public String groupId(String path) {
        return admin.get("group-by-path" + path).expect(200).json().path("id").asText();
    }

    public void join(String username, String groupPath) {
        admin.put(membership(username, groupPath), "{}").expect(204);
    }

    public void leave(String username, String groupPath) {
        admin.delete(membership(username, groupPath)).expect(204);
    }

    /** Makes a confidential client with a service account, and answers the client's internal id. */
    public String serviceAccount(String clientId, String secret) {
        return client(Json.of(
                "{'clientId':'%s','secret':'%s','serviceAccountsEnabled':true,'standardFlowEnabled':false}",
                clientId, secret));
    }

    /** Makes a public client with the password grant whose tokens are meant for these audiences. */
    public String publicClient(String clientId, String... audiences) {
        String id = client(Json.of("{'clientId':'%s','publicClient':true,'directAccessGrantsEnabled':true}", clientId));
        for (String audience : audiences) {
            audience(id, audience);
        }
        return id;
    }

    /** Puts an audience into all tokens issued to the client with this internal id. */
    public void audience(String clientInternalId, String audience) {
        JsonNode mapper = Json.of("""
                {'name':'audience-%s','protocol':'openid-connect','protocolMapper':'oidc-audience-mapper',
                 'config':{'included.custom.audience':'%s','access.token.claim':'true'}}""", audience, audience);
        admin.post("clients/" + clientInternalId + "/protocol-mappers/models", mapper)
                .expect(201);
    }

    /** Makes a client from its representation, and answers its internal id. */
    public String client(JsonNode representation) {
        return createdId(admin.post("clients", representation));
    }

    /** A client's internal id. */
    public String clientId(String clientId) {
        return only(admin.get("clients?clientId=" + Http.encode(clientId)), "id");
    }

    /** The id of the user that a client's service account is. */
    public String serviceAccountUserId(String clientId) {
        Answer user = admin.get("clients/" + clientId(clientId) + "/service-account-user");
        return user.expect(200).json().path("id").asText();
    }

    /** Makes a role of a client if it is not there, and gives it to a user. */
    public void clientRole(String username, String clientId, String role) {
        String client = clientId(clientId);
        admin.post("clients/" + client + "/roles", Map.of("name", role));
        JsonNode full =
                admin.get("clients/" + client + "/roles/" + role).expect(200).json();
        String mappings = "users/" + userId(username) + "/role-mappings/clients/" + client;
        admin.post(mappings, List.of(full)).expect(204);
    }

    private String existingOrNew(String path, String name, String parent) {
        Answer existing = admin.get("group-by-path" + path);
        if (existing.status() == 200) {
            return existing.json().path("id").asText();
        }
        String place = parent.isEmpty() ? "groups" : "groups/" + parent + "/children";
        return createdId(admin.post(place, Map.of("name", name)));
    }

    private String membership(String username, String groupPath) {
        return "users/" + userId(username) + "/groups/" + groupId(groupPath);
    }

    private static String createdId(Answer answer) {
        String location = answer.expect(201).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String only(Answer answer, String field) {
        JsonNode found = answer.expect(200).json();
        if (found.size() != 1) {
            throw new AssertionError("expected exactly one: " + answer);
        }
        return found.get(0).path(field).asText();
    }
}
