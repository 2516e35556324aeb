package io.featureaccess.application;

import io.featureaccess.application.port.ApiKeys;
import io.featureaccess.application.port.KeyUses;
import io.featureaccess.domain.serviceaccount.KeyText;
import io.featureaccess.domain.serviceaccount.KeyVerdict;
import io.featureaccess.domain.serviceaccount.StoredKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a client is the service account whose key it shows. */
public final class CheckApiKey {

    /** Uses closer together than this are written down once. */
    static final Duration USE_IS_WRITTEN = Duration.ofMinutes(1);

    private final ApiKeys keys;
    private final KeyUses uses;
    private final Clock clock;

    public CheckApiKey(ApiKeys keys, KeyUses uses, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * @param client the internal id of the client
     * @param text what it sent as its secret
     */
    public KeyVerdict check(String client, String text) {
        return KeyText.read(text).map(key -> check(client, key)).orElse(KeyVerdict.UNKNOWN);
    }

    private KeyVerdict check(String client, KeyText shown) {
        Instant now = clock.instant();
        Optional<StoredKey> found = keys.forChecking(client, shown.id());
        KeyVerdict verdict = StoredKey.check(found, shown.secret(), now);
        if (verdict == KeyVerdict.ACCEPTED) {
            Instant before = now.minus(USE_IS_WRITTEN);
            found.filter(key -> key.lastUsedAt().filter(before::isBefore).isEmpty())
                    .ifPresent(key -> uses.used(key, now, before));
        }
        return verdict;
    }
}
