package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.decision.Denial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.RealmModel;

/**
 * Denials on their way to the record. A decision costs no statement more for them: they are written in the background, a bounded
 * number of them waits, and what does not fit is counted and not kept.
 */
final class DenialQueue {

    private static final int MOST = 10_000;

    private final Queue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final AtomicLong missed = new AtomicLong();
    private final Clock clock;

    DenialQueue(Clock clock) {
        this.clock = clock;
    }

    private record Waiting(String realm, Denial denial) {}

    /** How many of a realm's were taken in one minute. */
    private record Minute(long number, int taken) {

        Minute next(long now) {
            return number == now ? new Minute(now, taken + 1) : new Minute(now, 1);
        }
    }

    /** Takes those that the realm wants recorded. */
    void offer(RealmModel realm, List<Denial> denials) {
        int most = denials.isEmpty() ? 0 : RealmNumbers.auditDenials(realm).perMinute();
        if (most > 0) {
            denials.forEach(denial -> offer(realm.getId(), denial, most));
        }
    }

    private void offer(String realm, Denial denial, int most) {
        long now = clock.instant().getEpochSecond() / 60;
        Minute minute = minutes.merge(realm, new Minute(now, 1), (before, first) -> before.next(now));
        if (minute.taken() <= most && !waiting.offer(new Waiting(realm, denial))) {
            missed.incrementAndGet();
        }
    }

    /** Those that waited, by realm. */
    Map<String, List<Denial>> take() {
        Map<String, List<Denial>> taken = new LinkedHashMap<>();
        for (int i = 0; i < MOST; i++) {
            Waiting next = waiting.poll();
            if (next == null) {
                break;
            }
            taken.computeIfAbsent(next.realm(), realm -> new ArrayList<>()).add(next.denial());
        }
        return taken;
    }

    /** How many did not fit since the last time. */
    long missed() {
        return missed.getAndSet(0);
    }
}
