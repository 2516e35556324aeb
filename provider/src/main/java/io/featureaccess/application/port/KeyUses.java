package io.featureaccess.application.port;

import io.featureaccess.domain.serviceaccount.StoredKey;
import java.time.Instant;

/** Remembers when keys were last used. */
public interface KeyUses {

    /**
     * Written once the token's own transaction is over, and whether or not that succeeds: no token is late, and none is refused,
     * for this.
     *
     * @param notSince what was written after this instant stays: one write of many at once is enough
     */
    void used(StoredKey key, Instant at, Instant notSince);
}
