package io.featureaccess.it.broker;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The project that those who come and go may read or not, asked at every door. Olga owns it. */
final class Payments {

    static final String NODE = "fraud/payments";

    private final Fraud fraud;
    private final TestRealm realm;

    Payments(Fraud fraud) {
        this.fraud = fraud;
        this.realm = fraud.realm();
    }

    /** @param reference as grants name it */
    record Group(String id, String reference) {}

    /** A group that the directory makes and that Olga makes a consumer. */
    Group consumers(Scim directory, String name) {
        Group group = new Group(directory.group(name), "group:/" + name);
        grant(group.reference());
        return group;
    }

    void grant(String principal) {
        fraud.as("olga").grant(NODE, principal, "consumer").expect(200);
    }

    /** As the feature store asks about anybody. */
    boolean permits(String name) {
        Map<String, String> check = Map.of("principal", "user:" + name, "action", "read-online", "node", NODE);
        return Fraud.decision(realm.api(realm.resourceServerToken()), check)
                .path("permit")
                .asBoolean();
    }

    /** As somebody asks for a token. */
    Answer uma(String token) {
        return realm.uma().bearer(token).permission(NODE + "#read-online").send();
    }

    /** As a service asks about a token that it was shown. */
    boolean isActive(String token) {
        URI address = URI.create(realm.url() + "/protocol/openid-connect/token/introspect");
        List<Map.Entry<String, String>> form = List.of(
                Map.entry("token", token),
                Map.entry("client_id", TestRealm.RESOURCE_SERVER),
                Map.entry("client_secret", TestRealm.RESOURCE_SERVER_SECRET));
        Answer answer = Http.form(address, Map.of(), form);
        return answer.expect(200).json().path("active").asBoolean();
    }
}
