package io.featureaccess.domain.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a request or permission came to its end, unless an answer was the end of it.
 *
 * @param by empty where nobody did it: time did, or Keycloak, whose own record says who
 */
public record Ending(Cause cause, Optional<Actor> by, Instant at, Optional<String> reason) {

    public Ending {
        Objects.requireNonNull(cause, "cause is null");
        Objects.requireNonNull(by, "by is null");
        // Whole microseconds: databases keep no more, and an ending must read back as it was.
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(reason, "reason is null");
    }

    /** Stable codes, for programs. */
    public enum Cause {
        WITHDRAWN("withdrawn"),
        EXPIRED("expired"),
        /** The grant was taken by somebody. */
        REVOKED("revoked"),
        NODE_DELETED("node-deleted"),
        /** The user, service account or group is gone. */
        PRINCIPAL_REMOVED("principal-removed");

        private final String id;

        Cause(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Cause::id).toList();
        }

        /** @throws IllegalArgumentException for a text that is none of the ids */
        public static Cause of(String id) {
            return Arrays.stream(values())
                    .filter(cause -> cause.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no cause " + id));
        }
    }
}
