package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * All that decides whether a key is accepted, as the tables have it at that moment.
 *
 * @param enabled whether the key itself is
 * @param accountEnabled whether the account's client and user both are
 * @param creatorEnabled whether the account's creator is there and enabled
 */
public record StoredKey(
        ApiKeyId id,
        PrincipalId account,
        KeyHash hash,
        boolean enabled,
        boolean accountEnabled,
        boolean creatorEnabled,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    public StoredKey {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(account, "account is null");
        Objects.requireNonNull(hash, "hash is null");
        Objects.requireNonNull(expiresAt, "expiresAt is null");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt is null");
    }

    /** The secret is checked first, also of a key that is not there: only its holder could see a difference. */
    public static KeyVerdict check(Optional<StoredKey> found, String secret, Instant at) {
        boolean matches = found.map(StoredKey::hash).orElse(KeyHash.OF_NOTHING).matches(secret);
        return found.filter(key -> matches).map(key -> key.verdict(at)).orElse(KeyVerdict.UNKNOWN);
    }

    private KeyVerdict verdict(Instant at) {
        if (!accountEnabled) {
            return KeyVerdict.ACCOUNT_DEACTIVATED;
        }
        if (!creatorEnabled) {
            return KeyVerdict.SUSPENDED;
        }
        if (!enabled) {
            return KeyVerdict.DEACTIVATED;
        }
        return expiresAt.filter(end -> !at.isBefore(end)).isPresent() ? KeyVerdict.EXPIRED : KeyVerdict.ACCEPTED;
    }
}
