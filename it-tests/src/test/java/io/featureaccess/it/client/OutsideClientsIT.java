package io.featureaccess.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.authorization.client.representation.TokenIntrospectionResponse;
import org.keycloak.representations.idm.authorization.AuthorizationRequest;

/** Dave is consumer of a project, Bob its editor, and Frank nobody there; three kinds of service know what that means. */
@KeycloakTest
class OutsideClientsIT {

    private static final String NODE = "fraud/payments/transactions";

    private TestRealm realm;
    private Keycloak server;

    @BeforeEach
    void people_and_roles(TestRealm realm, Keycloak server) {
        this.realm = realm;
        this.server = server;
        for (String person : new String[] {"alice", "bob", "dave", "frank"}) {
            realm.directory().user(person);
        }
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice").create("fraud/payments").expect(201);
        realm.as("alice").create(NODE).expect(201);
        realm.as("alice").grant("fraud/payments", "user:bob", "editor").expect(200);
        realm.as("alice").grant("fraud/payments", "user:dave", "consumer").expect(200);
    }

    @Nested
    class PolicyEnforcer {

        @Test
        void protects_a_service_that_is_called_with_ordinary_tokens() throws IOException {
            EnforcerGuard guard = new EnforcerGuard(
                    server.url(), realm.name(), TestRealm.RESOURCE_SERVER, TestRealm.RESOURCE_SERVER_SECRET, NODE);
            try (FeatureService service = FeatureService.guardedBy(guard)) {
                assertThat(service.get(NODE, realm.token("dave")).status()).isEqualTo(200);
                assertThat(service.post(NODE, realm.token("dave")).status()).isEqualTo(403);
                assertThat(service.get(NODE, realm.token("bob")).status()).isEqualTo(200);
                assertThat(service.post(NODE, realm.token("bob")).status()).isEqualTo(200);
                assertThat(service.get(NODE, realm.token("frank")).status()).isEqualTo(403);
                assertThat(service.get(NODE, "").status()).isIn(401, 403);
            }
        }
    }

    @Nested
    class AuthorizationClient {

        private AuthzClientGuard guard;

        @BeforeEach
        void client() {
            guard = new AuthzClientGuard(
                    server.url(), realm.name(), TestRealm.RESOURCE_SERVER, TestRealm.RESOURCE_SERVER_SECRET);
        }

        @Test
        void protects_a_service_by_asking_for_each_call() throws IOException {
            try (FeatureService service = FeatureService.guardedBy(guard)) {
                assertThat(service.get(NODE, realm.token("dave")).status()).isEqualTo(200);
                assertThat(service.post(NODE, realm.token("dave")).status()).isEqualTo(403);
                assertThat(service.get(NODE, realm.token("bob")).status()).isEqualTo(200);
                assertThat(service.post(NODE, realm.token("bob")).status()).isEqualTo(200);
                assertThat(service.get(NODE, realm.token("frank")).status()).isEqualTo(403);
                assertThat(service.get("fraud/payments/no-such", realm.token("dave"))
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        void finds_the_resource_by_its_path_and_sees_a_revocation_by_introspection() {
            String id = guard.client().protection().resource().findByName(NODE).getId();
            assertThat(id)
                    .isEqualTo(realm.as("alice").node(NODE).json().path("id").asText());

            String rpt = guard.client()
                    .authorization(realm.token("dave"))
                    .authorize(readOnline())
                    .getToken();
            TokenIntrospectionResponse before = guard.client().protection().introspectRequestingPartyToken(rpt);
            assertThat(before.getActive()).isTrue();
            assertThat(before.getPermissions()).singleElement().satisfies(permission -> {
                assertThat(permission.getResourceId()).isEqualTo(id);
                assertThat(permission.getScopes()).containsExactly("read-online");
            });

            realm.as("alice").revoke("fraud/payments", "user:dave", "consumer").expect(204);
            TokenIntrospectionResponse after = guard.client().protection().introspectRequestingPartyToken(rpt);
            assertThat(after.getPermissions() == null || after.getPermissions().isEmpty())
                    .isTrue();
        }

        private AuthorizationRequest readOnline() {
            AuthorizationRequest request = new AuthorizationRequest();
            request.addPermission(NODE, "read-online");
            request.setAudience(TestRealm.RESOURCE_SERVER);
            return request;
        }
    }

    @Nested
    class PlainJwtLibrary {

        @Test
        void reads_a_token_against_the_realms_keys_and_asks_nobody() throws IOException {
            OfflineGuard guard = new OfflineGuard(realm.url(), TestRealm.RESOURCE_SERVER);
            try (FeatureService service = FeatureService.guardedBy(guard)) {
                assertThat(service.get(NODE, rpt("dave", "read-online")).status())
                        .isEqualTo(200);
                assertThat(service.post(NODE, rpt("dave", "read-online")).status())
                        .isEqualTo(403);
                assertThat(service.post(NODE, rpt("bob", "read-online,ingest")).status())
                        .isEqualTo(200);
                assertThat(service.get(NODE, realm.token("frank")).status()).isEqualTo(401);
                assertThat(service.get(NODE, "").status()).isEqualTo(401);
            }
        }

        @Test
        void refuses_a_token_that_somebody_changed() throws IOException {
            OfflineGuard guard = new OfflineGuard(realm.url(), TestRealm.RESOURCE_SERVER);
            String[] parts = rpt("dave", "read-online").split("\\.");
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("read-online", "ingest");
            String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
            try (FeatureService service = FeatureService.guardedBy(guard)) {
                assertThat(service.post(NODE, String.join(".", parts[0], changed, parts[2]))
                                .status())
                        .isEqualTo(401);
            }
        }

        private String rpt(String person, String actions) {
            return realm.uma(person)
                    .permission(NODE + "#" + actions)
                    .send()
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
        }
    }
}
