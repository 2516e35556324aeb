package io.featureaccess.domain.notice;

import java.time.Duration;

/**
 * How long a letter that cannot be sent is tried again: after a delay that doubles each time, up to half a day, and a limited
 * number of times.
 *
 * @param first the delay after the first attempt
 */
public record Patience(Duration first) {

    /** With a first delay of a minute, the last attempt is about two days after the first. */
    public static final int ATTEMPTS = 14;

    private static final Duration LONGEST = Duration.ofHours(12);

    /** @param attempts how often it was tried already */
    public boolean isOver(int attempts) {
        return attempts >= ATTEMPTS;
    }

    /** @param attempts how often it was tried already, at least once */
    public Duration after(int attempts) {
        Duration delay = first.multipliedBy(1L << Math.min(attempts - 1, ATTEMPTS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
