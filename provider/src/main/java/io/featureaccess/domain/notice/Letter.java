package io.featureaccess.domain.notice;

import java.time.Instant;
import java.util.Objects;

/**
 * A notice on its way.
 *
 * @param id part of the Message-ID: the same however often the letter is sent
 * @param others how many more secret nodes, of the same recipient, the letter stands for
 * @param attempts how often it was tried, this time included
 * @param createdAt when it was put
 */
public record Letter(String id, Notice notice, int others, int attempts, Instant createdAt) {

    public Letter {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(notice, "notice is null");
        Objects.requireNonNull(createdAt, "createdAt is null");
    }
}
