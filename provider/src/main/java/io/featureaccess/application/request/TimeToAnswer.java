package io.featureaccess.application.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** By when a request has to be answered: within the realm's time, and before the asked role would end anyway. */
public final class TimeToAnswer {

    private final Duration longest;
    private final Clock clock;

    public TimeToAnswer(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Instant until(Instant asked, Optional<Instant> askedEnd) {
        Instant latest = asked.plus(longest);
        return askedEnd.filter(end -> end.isBefore(latest)).orElse(latest);
    }
}
