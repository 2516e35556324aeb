package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestOrder;
import java.util.List;

/** How a list that goes by time is read: from its first moment on, or from its last one back. */
enum InTime {
    FORWARD("", "<", ">", Long.MAX_VALUE, -1),
    BACK(" DESC", ">", "<", Long.MIN_VALUE, Long.MAX_VALUE);

    /**
     * With a bound that is always kept and that PostgreSQL cannot see before it runs: of a range it knows nothing about it
     * expects little, and then looks it up. What it knows misleads it, since it has not counted how many were made when in which
     * state and place.
     */
    private static final String BEFORE = " AND c.CREATED_AT %s :%s AND c.CREATED_AT %s (SELECT CAST(%d AS BIGINT))";

    private static final String AT = " AND c.CREATED_AT = :%s AND c.ID %s= :%s";

    private final String direction;
    private final String before;
    private final String after;
    private final long end;
    private final long start;

    InTime(String direction, String before, String after, long end, long start) {
        this.direction = direction;
        this.before = before;
        this.after = after;
        this.end = end;
        this.start = start;
    }

    static InTime of(RequestOrder order) {
        return order == RequestOrder.NEWEST ? BACK : FORWARD;
    }

    /** Columns to sort by, the whole of an index: databases then read it from either end. */
    String by(String... columns) {
        return String.join(direction + ", ", columns) + direction;
    }

    /**
     * That a row {@code c} comes no later than another: conditions of which one holds. Many may have been made at one moment, as
     * an import's are; databases look up by index what is before a moment, or up to an id at it, and not both at once.
     *
     * @param at the parameter with the moment of the other one
     * @param id with its id
     */
    List<String> upTo(String at, String id) {
        return List.of(BEFORE.formatted(before, at, after, start), AT.formatted(at, before, id));
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
