package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestOrder;

/** How a list that goes by time is read: from its first moment on, or from its last one back. */
enum InTime {
    FORWARD("", "<=", Long.MAX_VALUE),
    BACK(" DESC", ">=", Long.MIN_VALUE);

    private final String direction;
    private final String within;
    private final long end;

    InTime(String direction, String within, long end) {
        this.direction = direction;
        this.within = within;
        this.end = end;
    }

    static InTime of(RequestOrder order) {
        return order == RequestOrder.NEWEST ? BACK : FORWARD;
    }

    /** Columns to sort by, the whole of an index: databases then read it from either end. */
    String by(String... columns) {
        return String.join(direction + ", ", columns) + direction;
    }

    /**
     * That a row {@code c} comes no later than another. Many may have been made at one moment: H2 looks that up by index, and
     * PostgreSQL the row.
     *
     * @param at the parameter with the moment of the other one
     * @param id with its id
     */
    String upTo(String at, String id) {
        return " AND c.CREATED_AT %1$s :%2$s AND (c.CREATED_AT, c.ID) %1$s (:%2$s, :%3$s)".formatted(within, at, id);
    }

    /** The moment that is never passed. */
    long end() {
        return end;
    }

    /** Whether the moment is reached no later than the other. */
    boolean reaches(long moment, long other) {
        return this == FORWARD ? moment <= other : moment >= other;
    }
}
