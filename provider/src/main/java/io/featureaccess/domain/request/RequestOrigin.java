package io.featureaccess.domain.request;

import java.util.Arrays;
import java.util.List;

/** How a permission began: asked for, or as a grant that somebody or a rule made without being asked. */
public enum RequestOrigin {
    REQUEST("request"),
    DIRECT("direct"),
    RULE("rule");

    private final String id;

    RequestOrigin(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException for a text that is none of the ids */
    public static RequestOrigin of(String id) {
        return Arrays.stream(values())
                .filter(origin -> origin.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no origin " + id));
    }

    /** All of them, as they are written. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RequestOrigin::id).toList();
    }
}
