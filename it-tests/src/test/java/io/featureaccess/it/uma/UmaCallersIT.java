package io.featureaccess.it.uma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may ask, and in which ways: the answer is always that of the person or service in whose name it is asked. */
@KeycloakTest
class UmaCallersIT {

    private static final List<String> OF_PIPELINE = List.of(
            "fraud/payments#read-offline,read-online",
            "fraud/payments/merchants#read-offline,read-online",
            "fraud/payments/transactions#read-offline,read-online");
    private static final String GATEWAY = "gateway";
    private static final String GATEWAY_SECRET = "gateway-secret";

    private static UmaScene scene;
    private static TestRealm realm;

    @BeforeAll
    static void scene(TestRealm shared) {
        realm = shared;
        scene = new UmaScene(shared);
        realm.directory().client(Json.of("""
                {'clientId':'%s','secret':'%s','serviceAccountsEnabled':true,'standardFlowEnabled':false,
                 'directAccessGrantsEnabled':true}""", GATEWAY, GATEWAY_SECRET));
    }

    @Test
    void a_service_account_asks_with_its_token() {
        Uma request = realm.uma().bearer(realm.clientToken("pipeline", UmaScene.SECRET));
        assertThat(UmaScene.permissions(request)).isEqualTo(OF_PIPELINE);
    }

    @Test
    void a_mere_yes_goes_on_record_under_the_identity_of_any_other_answer() {
        Events events = Events.of(realm);
        for (String token : List.of(realm.clientToken("pipeline", UmaScene.SECRET), realm.token("alice"))) {
            Uma plain = realm.uma().bearer(token).permission("fraud/payments#read-online");
            JsonNode other = events.of(plain::send);
            JsonNode yes = events.of(plain.mode("decision")::send);
            assertThat(yes.path("userId")).isEqualTo(other.path("userId"));
            assertThat(yes.path("clientId")).isEqualTo(other.path("clientId"));
        }
    }

    @Test
    void a_client_asks_for_its_service_account_by_authenticating() {
        Uma everything = realm.uma().client("pipeline", UmaScene.SECRET);
        assertThat(UmaScene.permissions(everything)).isEqualTo(OF_PIPELINE);
        Uma one = realm.uma().client("pipeline", UmaScene.SECRET).permission("fraud/payments#view,read-online");
        assertThat(UmaScene.permissions(one)).containsExactly("fraud/payments#read-online");
        realm.uma()
                .client("pipeline", UmaScene.SECRET)
                .permission("fraud#view")
                .send()
                .expect(403);
    }

    @Test
    void a_client_that_fails_to_authenticate_gets_no_answer() {
        Answer answer = realm.uma()
                .client("pipeline", "wrong")
                .permission("fraud/payments#view")
                .send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(realm.uma().permission("fraud/payments#view").send().status())
                .isEqualTo(401);
    }

    @Test
    void a_signed_assertion_is_used_once_only_for_one_request() {
        SigningClient signing = SigningClient.register(realm, "signer");
        scene.grant("fraud/payments", "service-account:signer", "viewer");
        String assertion = signing.assertion(realm.url());
        assertThat(UmaScene.permissions(
                        signing.authenticate(realm.uma(), assertion).permission("fraud/payments#view")))
                .containsExactly("fraud/payments#view");
        assertThat(signing.authenticate(realm.uma(), assertion)
                        .permission("fraud/payments#view")
                        .send()
                        .status())
                .isIn(400, 401);
    }

    @Test
    void the_resource_server_owns_all_resources_and_is_permitted_nothing_by_that() {
        realm.uma().bearer(realm.resourceServerToken()).send().expect(403);
        for (String node : List.of("fraud", "fraud/vault/keys", scene.id("fraud/payments"))) {
            realm.uma()
                    .client(TestRealm.RESOURCE_SERVER, TestRealm.RESOURCE_SERVER_SECRET)
                    .permission(node + "#view")
                    .send()
                    .expect(403);
        }
    }

    @Test
    void the_resource_servers_own_service_account_may_hold_roles_like_any_other() {
        scene.grant("fraud", "service-account:" + TestRealm.RESOURCE_SERVER, "viewer");
        try {
            List<String> expected = List.of(
                    "fraud#plan,restore,view,view-access",
                    "fraud/payments#view,view-access",
                    "fraud/payments/merchants#view,view-access",
                    "fraud/payments/transactions#view,view-access");
            assertThat(UmaScene.permissions(realm.uma().bearer(realm.resourceServerToken())))
                    .isEqualTo(expected);
            assertThat(UmaScene.permissions(
                            realm.uma().client(TestRealm.RESOURCE_SERVER, TestRealm.RESOURCE_SERVER_SECRET)))
                    .isEqualTo(expected);
        } finally {
            scene.revoke("fraud", "service-account:" + TestRealm.RESOURCE_SERVER, "viewer");
        }
    }

    @Test
    void a_client_asks_for_the_bearer_of_a_subject_token() {
        Uma request = realm.uma().client(GATEWAY, GATEWAY_SECRET).field("subject_token", realm.token("alice"));
        assertThat(UmaScene.permissions(request)).isEqualTo(UmaScene.OF_ALICE);
        Uma nobody = realm.uma().client(GATEWAY, GATEWAY_SECRET).field("subject_token", realm.token("bob"));
        nobody.send().expect(403);
        Uma forged = realm.uma().client(GATEWAY, GATEWAY_SECRET).field("subject_token", "x.y.z");
        assertThat(forged.send().status()).isEqualTo(400);
    }

    @Test
    void a_client_asks_for_the_subject_of_an_id_token_issued_to_it() {
        String idToken =
                tokens(GATEWAY, GATEWAY_SECRET, "alice").path("id_token").asText();
        Uma request = realm.uma().client(GATEWAY, GATEWAY_SECRET).field("claim_token", idToken);
        assertThat(UmaScene.permissions(request)).isEqualTo(UmaScene.OF_ALICE);
        Uma foreign = realm.uma().client("pipeline", UmaScene.SECRET).field("claim_token", idToken);
        assertThat(foreign.send().expect(400).error()).isEqualTo("invalid_claim_token");
    }

    @Test
    void pushed_claims_are_kept_in_the_permissions_and_decide_nothing() {
        String claims = Base64.getUrlEncoder()
                .encodeToString("{\"purpose\":[\"audit\"],\"sub\":[\"olivia\"]}".getBytes(StandardCharsets.UTF_8));
        JsonNode rpt = realm.uma()
                .client("pipeline", UmaScene.SECRET)
                .field("claim_token", claims)
                .field("claim_token_format", "urn:ietf:params:oauth:token-type:jwt")
                .permission("fraud/payments#view,read-online")
                .rpt();
        JsonNode permission = rpt.path("authorization").path("permissions").get(0);
        assertThat(permission.path("scopes").toString()).isEqualTo("[\"read-online\"]");
        assertThat(permission.path("claims").path("purpose").toString()).isEqualTo("[\"audit\"]");
    }

    @Test
    void a_public_client_may_not_push_claims() {
        Answer answer = realm.uma("alice")
                .field("claim_token", "e30")
                .field("claim_token_format", "urn:ietf:params:oauth:token-type:jwt")
                .permission("fraud/payments#view")
                .send();
        assertThat(answer.expect(403).body()).contains("Public clients are not allowed to send claims");
    }

    @Test
    void a_bearer_token_that_does_not_hold_is_refused() {
        Answer answer = realm.uma()
                .bearer(realm.token("alice") + "x")
                .permission("fraud#view")
                .send();
        assertThat(answer.expect(400).error()).isEqualTo("invalid_grant");
    }

    @Test
    void an_rpt_is_added_to_and_all_of_it_decided_anew() {
        String first = UmaScene.token(realm.uma("alice").permission("fraud/payments#view"));
        Answer upgraded = realm.uma("alice")
                .field("rpt", first)
                .permission("fraud/payments/merchants#trigger-jobs,delete")
                .send();
        assertThat(UmaScene.permissions(upgraded))
                .containsExactlyInAnyOrder("fraud/payments/merchants#trigger-jobs", "fraud/payments#view");
        assertThat(upgraded.json().path("upgraded").asBoolean()).isTrue();
    }

    @Test
    void an_rpt_alone_is_renewed_as_far_as_it_still_holds() {
        scene.grant("fraud/payments", "user:bob", "consumer");
        String rpt = UmaScene.token(realm.uma("bob").permission("fraud/payments#view,read-online"));
        scene.revoke("fraud/payments", "user:bob", "consumer");
        realm.uma("bob").field("rpt", rpt).send().expect(403);
        scene.grant("fraud/payments", "user:bob", "viewer");
        assertThat(UmaScene.permissions(realm.uma("bob").field("rpt", rpt))).containsExactly("fraud/payments#view");
        scene.revoke("fraud/payments", "user:bob", "viewer");
    }

    @Test
    void an_upgrade_is_denied_where_anything_asked_for_is() {
        String rpt = UmaScene.token(realm.uma("alice").permission("fraud/payments#view"));
        for (String node : List.of("fraud/vault#view", "fraud/no-such#view", "fraud/payments#delete")) {
            Answer answer = realm.uma("alice")
                    .field("rpt", rpt)
                    .permission(node)
                    .permission("fraud/payments/merchants#view")
                    .send();
            assertThat(answer.expect(403).error()).isEqualTo("access_denied");
        }
    }

    @Test
    void somebody_elses_rpt_gives_nothing_that_is_not_mine() {
        String hers =
                UmaScene.token(realm.uma("olivia").permission("fraud/payments").permission("fraud/vault#delete"));
        assertThat(UmaScene.permissions(realm.uma("alice").field("rpt", hers)))
                .containsExactly(UmaScene.OF_ALICE.get(0));
        realm.uma("bob").field("rpt", hers).send().expect(403);
    }

    @Test
    void a_forged_rpt_is_refused() {
        String rpt = UmaScene.token(realm.uma("alice").permission("fraud/payments#view"));
        Answer answer = realm.uma("alice").field("rpt", rpt + "x").send();
        assertThat(answer.expect(403).error()).isEqualTo("invalid_rpt");
    }

    @Test
    void a_permission_ticket_is_decided_from_the_grants_and_leads_here_without_an_audience() {
        String ticket = scene.ticket("fraud/payments", "view", "delete");
        Uma request = ticketRequest("alice", ticket);
        assertThat(UmaScene.permissions(request)).containsExactly("fraud/payments#view");
        assertThat(Jwt.payload(UmaScene.token(request)).path("aud").toString()).contains(TestRealm.RESOURCE_SERVER);
    }

    @Test
    void a_permission_ticket_is_no_way_to_a_node_and_submits_no_request() {
        String ticket = scene.ticket("fraud/vault", "view");
        for (String submit : List.of("true", "false")) {
            Answer answer = ticketRequest("alice", ticket)
                    .field("submit_request", submit)
                    .send();
            assertThat(answer.expect(403).body()).contains("access_denied", "not_authorized");
        }
        assertThat(scene.protection().get("permission/ticket").expect(200).json())
                .isEmpty();
    }

    @Test
    void a_ticket_of_a_node_that_was_deleted_meanwhile_is_denied_like_any_other() {
        realm.as("olivia").create("fraud/payments/shortlived").expect(201);
        String ticket = scene.ticket("fraud/payments/shortlived", "view");
        realm.as("olivia")
                .delete("workspaces/fraud/projects/payments/feature-sets/shortlived")
                .expect(204);
        String denied = ticketRequest("alice", scene.ticket("fraud/vault", "view"))
                .send()
                .body();
        assertThat(ticketRequest("alice", ticket).send().expect(403).body()).isEqualTo(denied);
    }

    @Test
    void tokens_for_other_resource_servers_are_stocks_own() {
        StockStore stock = StockStore.create(realm, Map.of("alice", List.of("fraud/payments#view,read-online")));
        Answer unknown = stock.uma("alice").permission("fraud/no-such#view").send();
        assertThat(unknown.expect(400).error()).isEqualTo("invalid_resource");
        Answer known = stock.uma("alice").permission("fraud/payments#view").send();
        assertThat(UmaScene.permissions(known)).containsExactly("fraud/payments#view");
        assertThat(known.json().path("refresh_token").asText()).isNotEmpty();
        Answer mixed = stock.uma("alice").permission("fraud/payments#view,own").send();
        assertThat(UmaScene.permissions(mixed)).containsExactly("fraud/payments#view");
    }

    private static Uma ticketRequest(String username, String ticket) {
        return realm.umaByTicket(ticket).bearer(realm.token(username));
    }

    private static JsonNode tokens(String client, String secret, String username) {
        Map<String, String> fields = Map.of(
                "client_id",
                client,
                "client_secret",
                secret,
                "username",
                username,
                "password",
                username,
                "scope",
                "openid");
        return realm.server().passwordGrant(realm.name(), fields).expect(200).json();
    }
}
