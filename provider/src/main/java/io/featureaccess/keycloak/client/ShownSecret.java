package io.featureaccess.keycloak.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.BasicAuthHelper;

/**
 * What a request shows as a client's id and secret, by header or form, as OAuth has it; the form goes first, as in
 * Keycloak's own authenticator.
 */
record ShownSecret(Optional<String> clientId, String secret) {

    static ShownSecret of(HttpRequest request) {
        String[] basic = basic(request);
        Optional<MultivaluedMap<String, String>> form = form(request);
        Optional<String> clientId =
                form.map(fields -> fields.getFirst(OAuth2Constants.CLIENT_ID)).or(() -> Optional.ofNullable(basic[0]));
        String secret = form.map(fields -> fields.getFirst(OAuth2Constants.CLIENT_SECRET))
                .or(() -> Optional.ofNullable(basic[1]))
                .orElse("");
        return new ShownSecret(clientId, secret);
    }

    private static String[] basic(HttpRequest request) {
        String header = request.getHttpHeaders().getRequestHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        String[] parsed = header == null ? null : BasicAuthHelper.RFC6749.parseHeader(header);
        return parsed == null ? new String[2] : parsed;
    }

    private static Optional<MultivaluedMap<String, String>> form(HttpRequest request) {
        MediaType type = request.getHttpHeaders().getMediaType();
        return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                ? Optional.of(request.getDecodedFormParameters())
                : Optional.empty();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "a secret of " + clientId.orElse("nobody");
    }
}
