package io.featureaccess.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.TestRealm;
import java.util.Map;

/** Two clients with the same claims in their tokens: a service account of ours, and one with Keycloak's own client secret. */
final class Secrets {

    private static final String PLAIN = "plain";

    private final TestRealm realm;
    private final String account;
    private final String key;

    Secrets(TestRealm realm, FeatureAccessApi creator) {
        this.realm = realm;
        JsonNode made = creator.post("service-accounts", Map.of("name", "measured"))
                .expect(201)
                .json();
        this.account = made.path("clientId").asText();
        this.key = made.path("key").asText();
        String client = realm.directory().client(Json.of("""
                {'clientId':'plain','secret':'plain','serviceAccountsEnabled':true,'standardFlowEnabled':false,
                 'fullScopeAllowed':false,'defaultClientScopes':['basic'],'optionalClientScopes':[]}"""));
        realm.directory().audience(client, TestRealm.RESOURCE_SERVER);
    }

    void tokenByKey() {
        realm.clientToken(account, key);
    }

    void tokenBySecret() {
        realm.clientToken(PLAIN, PLAIN);
    }
}
