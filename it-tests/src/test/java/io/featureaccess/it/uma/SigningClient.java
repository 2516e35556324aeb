package io.featureaccess.it.uma;

import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A confidential client that authenticates by assertions signed with its own key. */
final class SigningClient {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String clientId;
    private final KeyPair keys;

    private SigningClient(String clientId, KeyPair keys) {
        this.clientId = clientId;
        this.keys = keys;
    }

    static SigningClient register(TestRealm realm, String clientId) {
        KeyPair keys = keys();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        realm.directory().client(Json.of("""
                {'clientId':'%s','serviceAccountsEnabled':true,'standardFlowEnabled':false,
                 'clientAuthenticatorType':'client-jwt','attributes':{'jwt.credential.public.key':'%s'}}""", clientId, publicKey));
        return new SigningClient(clientId, keys);
    }

    String assertion(String audience) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","sub":"%s","aud":"%s","jti":"%s","iat":%d,"exp":%d}""".formatted(clientId, clientId, audience, UUID.randomUUID(), now, now + 60);
        String content = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        return content + "." + BASE64.encodeToString(sign(content));
    }

    Uma authenticate(Uma request, String assertion) {
        return request.field("client_id", clientId)
                .field("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .field("client_assertion", assertion);
    }

    private byte[] sign(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
