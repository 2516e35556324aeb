package io.featureaccess.keycloak.install;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this server remembers of each resource server: when it was last looked at closely, and when an attempt to mend it
 * failed. One entry a client that is a resource server of ours, whatever happens in it.
 */
public final class InstallWatch {

    /** How long a glance is enough. What a glance cannot find may stay broken, and so denied, for that long. */
    private static final Duration CLOSE_LOOK = Duration.ofSeconds(5);

    /** How long nothing is tried again after a failure, so that requests do not queue for it. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    private record State(long lookedAt, boolean failed) {
        boolean within(Duration time) {
            return System.nanoTime() - lookedAt < time.toNanos();
        }
    }

    /** Whether this server has never yet found, or made, everything in place there. */
    boolean isNew(String client) {
        State state = states.get(client);
        return state == null || state.failed();
    }

    boolean lookedLately(String client) {
        State state = states.get(client);
        return state != null && !state.failed() && state.within(CLOSE_LOOK);
    }

    boolean failedLately(String client) {
        State state = states.get(client);
        return state != null && state.failed() && state.within(REST);
    }

    /** Lets the next request look as closely as the first one did, at every node too. */
    public void forget(String client) {
        states.remove(client);
    }

    void found(String client) {
        states.put(client, new State(System.nanoTime(), false));
    }

    void failed(String client) {
        states.put(client, new State(System.nanoTime(), true));
    }

    /** Whether all was found or made in place after that reading of {@link System#nanoTime()}. */
    boolean foundSince(String client, long time) {
        State state = states.get(client);
        return state != null && !state.failed() && state.lookedAt() - time > 0;
    }

    /** Held while this server installs: other requests wait, and then find all in place. */
    Lock lock(String client) {
        return locks.computeIfAbsent(client, any -> new ReentrantLock());
    }
}
