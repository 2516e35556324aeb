package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Keycloak's SCIM preview does otherwise than one would think, and what the documentation therefore warns of: an answer that
 * changes with a newer Keycloak fails here.
 */
@KeycloakTest
class ScimPreviewIT {

    private static TestRealm realm;
    private static Payments payments;
    private static Scim directory;

    @BeforeAll
    static void aDirectory(TestRealm shared) {
        realm = shared;
        payments = new Payments(new Fraud(realm));
        directory = new Scim(realm);
    }

    @Test
    void the_api_opens_to_no_token_but_one_that_is_meant_for_it_of_a_client_that_may_manage_users() {
        assertThat(Scim.as(realm, "").get("Users").status()).isEqualTo(401);
        assertThat(Scim.as(realm, realm.resourceServerToken()).get("Users").status())
                .isEqualTo(401);
        assertThat(Scim.as(realm, realm.token("ada")).get("Users").status()).isEqualTo(403);

        String other = realm.directory().serviceAccount("other-directory", "other-secret");
        realm.directory().audience(other, Scim.address(realm));
        String token = realm.clientToken("other-directory", "other-secret");
        assertThat(Scim.as(realm, token).get("Users").status()).isEqualTo(403);
    }

    /** Keycloak answers well and takes nobody out: whoever relies on it must send the other form. */
    @Test
    void only_a_filter_in_the_path_takes_a_member_out() {
        String name = "nina";
        String id = directory.user(name);
        Payments.Group group = payments.consumers(directory, "takers");
        directory.join(id, group.id());
        String address = "Groups/" + group.id();

        directory
                .patch(address, "{'op':'Remove','path':'members','value':[{'value':'%s'}]}".formatted(id))
                .expect(200);
        directory.patch(address, "{'op':'replace','path':'members','value':[]}").expect(200);
        directory
                .api()
                .put(address, Json.of("{'id':'%s','displayName':'x','members':[{'value':'%s'}]}", group.id(), id))
                .expect(400);
        assertThat(payments.permits(name)).isTrue();

        directory
                .patch("Users/" + id, "{'op':'remove','path':'groups[value eq \\\"%s\\\"]'}".formatted(group.id()))
                .expect(200);
        assertThat(payments.permits(name)).isFalse();
    }

    @Test
    void groups_below_others_are_not_found_by_name_and_can_be_used_by_id() {
        String name = "otto";
        String id = directory.user(name);
        String nested = realm.directory().group("/departments/claims");
        payments.grant("group:/departments/claims");

        String found = Http.encode("displayName eq \"claims\"");
        assertThat(directory
                        .api()
                        .get("Groups?filter=" + found)
                        .json()
                        .path("totalResults")
                        .asInt())
                .isZero();
        directory.join(id, nested);

        assertThat(payments.permits(name)).isTrue();
    }

    @Test
    void a_patch_that_is_refused_half_way_has_done_the_first_half() {
        String id = directory.user("paul");
        Payments.Group group = payments.consumers(directory, "first-half");
        String operators = realm.directory().group("/operators");
        role("groups/" + operators, "view-users");
        String step = "{'op':'add','path':'groups','value':[{'value':'%s'}]}";

        directory
                .patch("Users/" + id, step.formatted(group.id()) + "," + step.formatted(operators))
                .expect(403);

        assertThat(payments.permits("paul")).isTrue();
    }

    private static void role(String holder, String name) {
        String management = realm.directory().clientId("realm-management");
        JsonNode role = realm.admin()
                .get("clients/" + management + "/roles/" + name)
                .expect(200)
                .json();
        realm.admin()
                .post(holder + "/role-mappings/clients/" + management, List.of(role))
                .expect(204);
    }

    @Test
    void with_permissions_for_one_group_instead_of_the_role_a_directory_fills_that_one_and_no_other() {
        Payments.Group owners = payments.consumers(directory, "owners");
        String open = realm.directory().group("/open");
        Scim narrow = narrowTo(open);
        String id = narrow.user("rosa");

        narrow.join(id, open);
        narrow.patch("Groups/" + owners.id(), "{'op':'add','path':'members','value':[{'value':'%s'}]}".formatted(id))
                .expect(403);
        narrow.patch("Users/" + id, "{'op':'add','path':'groups','value':[{'value':'%s'}]}".formatted(owners.id()))
                .expect(400);
        assertThat(payments.permits("rosa")).isFalse();
        assertThat(narrow.api().get("Groups").json().path("Resources").findValuesAsText("displayName"))
                .containsExactly("open");

        narrow.leave(id, open);
        narrow.active(id, false);
        narrow.remove("Users/" + id);
    }

    /** A directory that may make people, and put them into this group: by Keycloak's fine-grained admin permissions. */
    private static Scim narrowTo(String group) {
        Scim narrow = Scim.client(realm, "narrow-directory");
        String account = realm.directory().serviceAccountUserId("narrow-directory");
        role("users/" + account, "query-users");
        role("users/" + account, "query-groups");
        realm.admin().put("", Map.of("adminPermissionsEnabled", true)).expect(204);
        String server = "clients/" + realm.directory().clientId("admin-permissions") + "/authz/resource-server";
        realm.admin()
                .post(server + "/policy/user", Json.of("{'name':'directory','users':['%s']}", account))
                .expect(201);
        realm.admin().post(server + "/permission/scope", Json.of("""
                        {'name':'people','resourceType':'Users','policies':['directory'],
                         'scopes':['view','manage','manage-group-membership']}""")).expect(201);
        realm.admin().post(server + "/permission/scope", Json.of("""
                        {'name':'groups','resourceType':'Groups','resources':['%s'],'policies':['directory'],
                         'scopes':['view','view-members','manage','manage-membership']}""", group)).expect(201);
        return narrow;
    }
}
