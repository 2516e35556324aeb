package io.featureaccess.it.decision;

import java.time.Duration;
import java.time.Instant;

/** Waiting for a point in time, which is what an end of a grant is. */
final class Clocks {

    private Clocks() {}

    static void waitUntil(Instant end) {
        while (!Instant.now().isAfter(end)) {
            try {
                Thread.sleep(Math.max(1, Duration.between(Instant.now(), end).toMillis() + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + end, e);
            }
        }
    }
}
