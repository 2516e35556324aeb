package io.featureaccess.it.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The administrator's token, renewed well before its minute is over. */
final class AdminToken {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final Keycloak server;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    AdminToken(Keycloak server) {
        this.server = server;
    }

    synchronized String value() {
        if (Instant.now().isAfter(renewAt)) {
            Map<String, String> login =
                    Map.of("client_id", "admin-cli", "username", Keycloak.ADMIN, "password", Keycloak.ADMIN_PASSWORD);
            token = server.passwordGrant("master", login)
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
            renewAt = Instant.now().plus(GOOD_FOR);
        }
        return token;
    }
}
