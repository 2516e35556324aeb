package io.featureaccess.domain.node;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** The three kinds of node, outermost first; a node's kind is the depth of its path. */
public enum NodeKind {
    WORKSPACE("workspace"),
    PROJECT("project"),
    FEATURE_SET("feature-set");

    private final String id;

    NodeKind(String id) {
        this.id = id;
    }

    /** The kind as it is written in JSON and as the type of Authorization Services resources. */
    public String id() {
        return id;
    }

    /** How many segments a path of this kind has, 1 to 3. */
    public int depth() {
        return ordinal() + 1;
    }

    /** @throws DomainProblem {@code malformed-value}, naming the kinds there are */
    public static NodeKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("kind", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(NodeKind::id).toList();
    }

    static NodeKind ofDepth(int depth) {
        return values()[depth - 1];
    }
}
