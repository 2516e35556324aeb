package io.featureaccess.it.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What somebody without the realm's key can make of a token they hold. */
final class ForgedTokens {

    private ForgedTokens() {}

    /** The payload changed, the signature kept. */
    static String withPayload(String token, String from, String to) {
        String[] parts = token.split("\\.");
        String payload = text(parts[1]);
        if (!payload.contains(from)) {
            throw new IllegalArgumentException(from + " is not in " + payload);
        }
        return parts[0] + "." + encoded(payload.replace(from, to)) + "." + parts[2];
    }

    /** One bit of the signature flipped. */
    static String withOtherSignature(String token) {
        String[] parts = token.split("\\.");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[0] ^= 1;
        return parts[0] + "." + parts[1] + "." + encoder().encodeToString(signature);
    }

    /** No signature, and a header that says there is none. */
    static String unsigned(String token) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.")[1] + ".";
    }

    /** A header without an algorithm. */
    static String withoutAlgorithm(String token) {
        String[] parts = token.split("\\.");
        return encoded("{\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2];
    }

    /** Signed with a shared secret that everybody knows: the text of the header's key id. */
    static String signedByEverybody(String token, String secret) {
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + token.split("\\.")[1];
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return encoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Base64.Encoder encoder() {
        return Base64.getUrlEncoder().withoutPadding();
    }
}
