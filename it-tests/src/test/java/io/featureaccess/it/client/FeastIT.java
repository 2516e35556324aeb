package io.featureaccess.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.token.TokenScope;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Feast server that has never heard of this extension finds a person's roles where it looks for them. */
@KeycloakTest
class FeastIT {

    @Test
    void an_unmodified_feast_server_reads_roles_and_groups_and_refuses_a_forged_token(TestRealm realm)
            throws IOException {
        List.of("alice", "bob", "nobody").forEach(realm.directory()::user);
        realm.directory().serviceAccount("pipeline", "pipeline-secret");
        realm.as("alice").createWorkspace("fraud", "dev").expect(201);
        realm.as("alice").create("fraud/payments").expect(201);
        realm.as("alice").grant("fraud", "user:bob", "viewer").expect(200);
        realm.as("alice").grant("fraud/payments", "user:bob", "consumer").expect(200);
        realm.as("alice")
                .grant("fraud/payments", "service-account:pipeline", "operator")
                .expect(200);
        new TokenScope(realm).giveTo(TestRealm.PUBLIC_CLIENT).giveTo("pipeline").configure("flat", "groups", "true");

        String bob = realm.token("bob");
        String forged = bob.substring(0, bob.lastIndexOf('.')) + ".c2lnbmVkLWJ5LW5vYm9keQ";
        List<JsonNode> read = FeastServer.of(realm)
                .read(bob, realm.token("nobody"), realm.clientToken("pipeline", "pipeline-secret"), forged);

        assertThat(read)
                .containsExactly(
                        Json.of("{'user':'bob','roles':['fraud:viewer','fraud/payments:consumer'],"
                                + "'groups':['fraud:viewer','fraud/payments:consumer']}"),
                        Json.of("{'user':'nobody','roles':[],'groups':[]}"),
                        Json.of("{'user':'service-account-pipeline','roles':['fraud/payments:operator'],"
                                + "'groups':['fraud/payments:operator']}"),
                        Json.of("{'refused':'Invalid token.'}"));
    }
}
