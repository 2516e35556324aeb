package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** A workspace serves production ({@code live}), and then only an admin may make it, or development ({@code dev}). */
public enum WorkspaceKind {
    DEV("dev"),
    LIVE("live");

    private final String id;

    WorkspaceKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws DomainProblem {@code malformed-value}, naming the kinds there are */
    public static WorkspaceKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("kind", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(WorkspaceKind::id).toList();
    }
}
