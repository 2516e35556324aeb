package io.featureaccess.domain.request;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What comes first in a list of requests or permissions: by the time at which they were made. */
public enum RequestOrder {
    OLDEST,
    NEWEST;

    /** The order as it is written in queries. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws DomainProblem {@code malformed-value}, naming the orders there are */
    public static RequestOrder parse(String text) {
        return Arrays.stream(values())
                .filter(order -> order.id().equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("order", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(RequestOrder::id).toList();
    }
}
