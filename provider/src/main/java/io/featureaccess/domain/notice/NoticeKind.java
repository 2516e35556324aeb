package io.featureaccess.domain.notice;

import java.util.Arrays;

/** What a letter is about; each kind has words of its own. */
public enum NoticeKind {
    REQUEST_MADE("request-made"),
    REQUEST_GRANTED("request-granted"),
    REQUEST_REJECTED("request-rejected"),
    REQUEST_LAPSED("request-lapsed"),
    ENDS_SOON("ends-soon"),
    ENDED("ended"),
    REVOKED("revoked"),
    GLASS_BROKEN("glass-broken");

    private final String id;

    NoticeKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether it tells of what somebody does not have: they may know the node by what they had, or saw when they asked. */
    public boolean isLoss() {
        return this == REQUEST_LAPSED || this == ENDED || this == REVOKED;
    }

    /** @throws IllegalArgumentException for an id that is none: only tables are read with it */
    public static NoticeKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of notice: " + id));
    }
}
