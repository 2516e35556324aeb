package io.featureaccess.domain.serviceaccount;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An API key, without anything that it could be used with.
 *
 * @param name unique in its account
 * @param expiresAt from then on it is refused; empty for never
 * @param lastUsedAt to about a minute; empty where it never was
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        boolean enabled,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    /** How many an account has at most: two for each place that is being changed over, and some to spare. */
    public static final int MOST = 20;

    public ApiKey {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(createdAt, "createdAt is null");
        Objects.requireNonNull(expiresAt, "expiresAt is null");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt is null");
    }

    /** The beginning of its text, which says which key it is. */
    public String prefix() {
        return KeyText.prefix(id);
    }

    public ApiKey withEnabled(boolean now) {
        return new ApiKey(id, name, now, createdAt, expiresAt, lastUsedAt);
    }
}
