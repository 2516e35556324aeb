package io.featureaccess.domain.serviceaccount;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code fsk_<id>_<secret>}, in lower case. Shown once, kept nowhere, and never printed:
 * {@link #toString} shows no more than the prefix.
 *
 * @param secret 256 random bits as hexadecimal digits
 */
public record KeyText(ApiKeyId id, String secret) {

    private static final String MARK = "fsk_";
    private static final int ID_BYTES = 12;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(MARK + "([0-9a-f]{24})_([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public KeyText {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(secret, "secret is null");
    }

    public static KeyText random() {
        return new KeyText(new ApiKeyId(randomHex(ID_BYTES)), randomHex(SECRET_BYTES));
    }

    /** Empty for anything that is not exactly the text of a key: nothing is trimmed, and no case is folded. */
    public static Optional<KeyText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeyText(new ApiKeyId(form.group(1)), form.group(2))) : Optional.empty();
    }

    /** What people recognise the key by. */
    static String prefix(ApiKeyId id) {
        return MARK + id;
    }

    /** The whole text, secret included. */
    public String reveal() {
        return prefix(id) + "_" + secret;
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return prefix(id);
    }
}
