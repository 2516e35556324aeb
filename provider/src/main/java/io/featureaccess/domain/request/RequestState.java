package io.featureaccess.domain.request;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** Where a request or permission stands. What leads from one state to another are {@link RequestStep}s alone. */
public enum RequestState {
    PENDING,
    GRANTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    REVOKED;

    /** The state as it is written in JSON. */
    public String id() {
        return name();
    }

    /** @throws DomainProblem {@code malformed-value}, naming the states there are */
    public static RequestState parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.id().equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("state", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(RequestState::id).toList();
    }
}
