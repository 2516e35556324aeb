package io.featureaccess.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.featureaccess.it.harness.Command;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.SystemPackage;
import io.featureaccess.it.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An API key is a client secret to software that has never heard of API keys. */
@KeycloakTest
class ApiKeyClientsIT {

    private static TestRealm realm;
    private static String clientId;
    private static String accountId;
    private static String key;

    @BeforeAll
    static void aServiceAccountThatMayRead(TestRealm shared) {
        realm = shared;
        realm.directory().user("alice");
        JsonNode account = realm.as("alice")
                .post("service-accounts", Map.of("name", "nightly"))
                .expect(201)
                .json();
        accountId = account.path("id").asText();
        clientId = account.path("clientId").asText();
        key = account.path("key").asText();
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice")
                .grant("fraud", account.path("reference").asText(), "consumer")
                .expect(200);
    }

    @Test
    void curl_gets_a_token() {
        SystemPackage.need("curl", "curl", "--version");
        String answer = Command.output(
                List.of(
                        "curl",
                        "--silent",
                        "--fail",
                        "--user",
                        clientId + ":" + key,
                        "--data",
                        "grant_type=client_credentials",
                        endpoint()),
                "");

        assertActs(Json.parse(answer).path("access_token").asText());
    }

    @Test
    void the_java_library_of_nimbus_gets_a_token_and_reads_a_refusal() throws Exception {
        assertActs(ask(key).toSuccessResponse().getTokens().getAccessToken().getValue());

        TokenResponse refused = ask(key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"));
        assertThat(refused.indicatesSuccess()).isFalse();
        assertThat(((TokenErrorResponse) refused).getErrorObject().getCode()).isEqualTo("invalid_client");
    }

    private static TokenResponse ask(String secret) throws Exception {
        TokenRequest request = new TokenRequest.Builder(
                        URI.create(endpoint()),
                        new ClientSecretBasic(new ClientID(clientId), new Secret(secret)),
                        new ClientCredentialsGrant())
                .build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    @Test
    void the_javascript_library_openid_client_gets_a_token() throws Exception {
        assertActs(OpenidClient.token(realm.url(), clientId, key));
    }

    /** It is the account's, and does what the account may do. */
    private static void assertActs(String token) {
        assertThat(Jwt.payload(token).path("sub").asText()).isEqualTo(accountId);
        JsonNode rpt = realm.uma().bearer(token).permission("fraud#read-online").rpt();
        assertThat(rpt.at("/authorization/permissions/0/rsname").asText()).isEqualTo("fraud");
    }

    private static String endpoint() {
        return realm.url() + "/protocol/openid-connect/token";
    }
}
