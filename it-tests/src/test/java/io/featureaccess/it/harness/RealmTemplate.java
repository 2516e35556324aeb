package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The realm that each test starts from. */
final class RealmTemplate {

    private static final String TEXT = read().replace("PRIVATE_KEY", newPrivateKey());

    private RealmTemplate() {}

    /** The representation to import, under this name. */
    static String named(String realm) {
        return TEXT.replace("REALM", realm);
    }

    /** One key for all realms of a run: to find new primes is the slowest part of making a realm. */
    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read() {
        try (InputStream template = RealmTemplate.class.getResourceAsStream("/realm.json")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
