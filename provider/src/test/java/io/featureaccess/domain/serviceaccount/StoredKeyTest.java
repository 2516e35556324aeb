package io.featureaccess.domain.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredKeyTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final KeyText KEY = KeyText.random();

    private static Optional<StoredKey> stored(boolean key, boolean account, boolean creator, String end) {
        return Optional.of(new StoredKey(
                KEY.id(),
                new PrincipalId("account"),
                KeyHash.of(KEY.secret()),
                key,
                account,
                creator,
                Optional.ofNullable(end).map(Instant::parse),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  ,                        ACCEPTED",
        "true,  true,  true,  2027-01-01T00:00:00.001Z, ACCEPTED",
        "true,  true,  true,  2027-01-01T00:00:00Z,     EXPIRED",
        "false, true,  true,  ,                        DEACTIVATED",
        "true,  false, true,  ,                        ACCOUNT_DEACTIVATED",
        "true,  true,  false, ,                        SUSPENDED",
    })
    void a_key_with_the_right_secret(boolean key, boolean account, boolean creator, String end, KeyVerdict verdict) {
        assertThat(StoredKey.check(stored(key, account, creator, end), KEY.secret(), NOW))
                .isEqualTo(verdict);
    }

    @Test
    void any_other_secret_and_no_key_are_unknown_alike() {
        Optional<StoredKey> stored = stored(true, true, true, null);
        String other = KeyText.random().secret();

        assertThat(StoredKey.check(stored, other, NOW)).isEqualTo(KeyVerdict.UNKNOWN);
        assertThat(StoredKey.check(stored(false, false, false, null), other, NOW))
                .isEqualTo(KeyVerdict.UNKNOWN);
        assertThat(StoredKey.check(Optional.empty(), KEY.secret(), NOW)).isEqualTo(KeyVerdict.UNKNOWN);
    }

    @Test
    void text_is_read_exactly_as_it_was_shown_or_not_at_all() {
        String text = KEY.reveal();

        assertThat(KeyText.read(text)).contains(KEY);
        assertThat(KeyText.read(text.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(KeyText.read(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(KeyText.read(text + " ")).isEmpty();
        assertThat(KeyText.read(text + "0")).isEmpty();
        assertThat(KeyText.read("")).isEmpty();
    }

    @Test
    void neither_key_nor_hash_prints_what_it_holds() {
        KeyHash hash = KeyHash.of(KEY.secret());

        assertThat(KEY.toString()).doesNotContain(KEY.secret());
        assertThat(hash.toString()).doesNotContain(hash.hash()).doesNotContain(hash.salt());
        assertThat(KeyHash.of(KEY.secret()).hash()).isNotEqualTo(hash.hash());
    }
}
