package io.featureaccess.keycloak.client;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down addresses that show wrong keys: some at once, then one a second. It knows addresses alone, so that nobody can lock
 * an account out, and remembers a bounded number of them.
 */
final class Throttle {

    /** How many refusals an address has to spare. */
    static final int SPARE = 60;

    static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Refusals> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusals> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** @param count how many are not yet forgiven, at that second */
    private record Refusals(int count, long second) {

        int at(long now) {
            return (int) Math.max(0, count - Math.max(0, now - second));
        }
    }

    synchronized boolean isTooMany(String address) {
        Refusals refusals = addresses.get(address);
        return refusals != null && refusals.at(now()) >= SPARE;
    }

    synchronized void refused(String address) {
        Refusals before = addresses.getOrDefault(address, new Refusals(0, now()));
        addresses.put(address, new Refusals(before.at(now()) + 1, now()));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
