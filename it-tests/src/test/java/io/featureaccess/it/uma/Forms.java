package io.featureaccess.it.uma;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Http;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Forms to Keycloak's own endpoints. */
final class Forms {

    private Forms() {}

    static Answer post(String address, Map<String, String> form) {
        return Http.form(URI.create(address), Map.of(), List.copyOf(form.entrySet()));
    }
}
