package io.featureaccess.domain.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Who said yes or no to a request, or made a grant without being asked. */
public record Answer(Actor by, Instant at, Optional<String> reason) {

    public Answer {
        Objects.requireNonNull(by, "by is null");
        // Whole microseconds: databases keep no more, and an answer must read back as it was given.
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(reason, "reason is null");
    }
}
