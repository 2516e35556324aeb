package io.featureaccess.it.broker;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.JsonApi;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A company's directory that tells a realm of its people by SCIM, set up as the documentation says: a client of its own whose
 * service account may manage users, and whose tokens are meant for the realm's SCIM address.
 */
final class Scim {

    private static final String CLIENT = "directory";
    private static final String SECRET = "-secret";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final JsonApi api;

    /** @param realm in which SCIM is switched on */
    Scim(TestRealm realm) {
        this(realm, CLIENT);
        manageUsers(realm);
    }

    /** Such a client, which may do nothing yet. */
    static Scim client(TestRealm realm, String clientId) {
        return new Scim(realm, clientId);
    }

    private Scim(TestRealm realm, String clientId) {
        realm.admin().put("", Map.of("scimApiEnabled", true)).expect(204);
        String client = realm.directory().serviceAccount(clientId, clientId + SECRET);
        realm.directory().audience(client, address(realm));
        this.api = api(realm, () -> realm.clientToken(clientId, clientId + SECRET));
    }

    private static void manageUsers(TestRealm realm) {
        String management = realm.directory().clientId("realm-management");
        JsonNode role = realm.admin()
                .get("clients/" + management + "/roles/manage-users")
                .expect(200)
                .json();
        String account = realm.directory().serviceAccountUserId(CLIENT);
        realm.admin()
                .post("users/" + account + "/role-mappings/clients/" + management, List.of(role))
                .expect(204);
    }

    static String address(TestRealm realm) {
        return realm.url() + "/scim/v2";
    }

    /** The realm's SCIM API for whoever holds this token. */
    static JsonApi as(TestRealm realm, String token) {
        return api(realm, () -> token);
    }

    private static JsonApi api(TestRealm realm, Supplier<String> token) {
        return new JsonApi(address(realm), token).with("Content-Type", "application/scim+json");
    }

    JsonApi api() {
        return api;
    }

    /** Makes an active person and answers the id. */
    String user(String name) {
        return id(api.post("Users", Json.of("""
                {'schemas':['%1$s'],'userName':'%2$s','active':true,'name':{'givenName':'%2$s','familyName':'Test'},
                 'emails':[{'value':'%2$s@example.com','type':'work','primary':true}]}""", USER, name)));
    }

    /** Makes a group at the top and answers the id. */
    String group(String name) {
        return id(api.post("Groups", Json.of("{'schemas':['%s'],'displayName':'%s'}", GROUP, name)));
    }

    private static String id(Answer made) {
        return made.expect(201).json().path("id").asText();
    }

    void active(String user, boolean active) {
        patch("Users/" + user, "{'op':'replace','path':'active','value':%s}".formatted(active))
                .expect(200);
    }

    void join(String user, String group) {
        patch("Groups/" + group, "{'op':'add','path':'members','value':[{'value':'%s'}]}".formatted(user))
                .expect(200);
    }

    void leave(String user, String group) {
        patch("Groups/" + group, "{'op':'remove','path':'members[value eq \\\"%s\\\"]'}".formatted(user))
                .expect(200);
    }

    void rename(String group, String name) {
        api.put("Groups/" + group, Json.of("{'schemas':['%s'],'id':'%s','displayName':'%s'}", GROUP, group, name))
                .expect(200);
    }

    void remove(String resource) {
        api.delete(resource).expect(204);
    }

    /** Sends one step of a PATCH, or tries to. */
    Answer patch(String resource, String operation) {
        return api.patch(resource, Json.of("{'schemas':['%s'],'Operations':[%s]}", PATCH, operation));
    }
}
