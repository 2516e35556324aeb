package io.featureaccess.domain.serviceaccount;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What is kept of a key's secret: SHA-256 of a salt and the secret. Fast, since it is computed for every token, and fast is
 * enough: nobody guesses 256 random bits. The salt keeps two keys from being compared by their hashes.
 *
 * @param salt 32 hexadecimal digits
 * @param hash 64 hexadecimal digits
 */
public record KeyHash(String salt, String hash) {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Matches no secret: checked where there is no such key, so that this takes as long as if there were. */
    static final KeyHash OF_NOTHING = new KeyHash("0".repeat(32), "0".repeat(64));

    public KeyHash {
        Objects.requireNonNull(salt, "salt is null");
        Objects.requireNonNull(hash, "hash is null");
    }

    public static KeyHash of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new KeyHash(HexFormat.of().formatHex(salt), HexFormat.of().formatHex(digest(salt, secret)));
    }

    /** In a time that does not depend on how much of the secret is right. */
    boolean matches(String secret) {
        byte[] given = digest(HexFormat.of().parseHex(salt), secret);
        return MessageDigest.isEqual(given, HexFormat.of().parseHex(hash));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a key's hash";
    }
}
