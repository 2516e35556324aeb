package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import java.util.Optional;

/** Which nodes {@code n} a list is asked for: of one kind, and below a path. */
record NodeFilter(Optional<NodeKind> kind, Optional<NodePath> under) {

    /** The range first, for the index; what merely begins like the path is then left out. */
    private static final String UNDER =
            " AND n.PATH >= :under AND n.PATH < :underEnd AND (n.PATH = :under OR n.PATH >= :underFirst)";

    /** To be put behind other conditions; only what restricts stands in it. */
    String condition() {
        return (kind.isPresent() ? " AND n.KIND = :kind" : "") + (under.isPresent() ? UNDER : "");
    }

    Statement bind(Statement statement) {
        kind.ifPresent(one -> statement.with("kind", one.id()));
        under.ifPresent(path -> statement
                .with("under", path.toString())
                .with("underFirst", path + "/")
                .with("underEnd", path + "0"));
        return statement;
    }
}
