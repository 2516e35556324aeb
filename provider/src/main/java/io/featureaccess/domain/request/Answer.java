package io.featureaccess.domain.request;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Who said yes or no to a request, or made a grant without being asked. */
public record Answer(Actor by, Instant at, Optional<String> reason) {

    public Answer {
        Objects.requireNonNull(by, "by is null");
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(reason, "reason is null");
    }
}
