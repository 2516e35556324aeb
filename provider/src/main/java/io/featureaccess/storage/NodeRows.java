package io.featureaccess.storage;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.storage.entity.TextList;

/** Rows of nodes, read back. */
final class NodeRows {

    /** The columns of a table or selection called {@code n}, in the order in which {@link #node} takes them. */
    static final String COLUMNS = "n.ID, n.PATH, n.KIND, n.SECRET, n.LOCKED, n.WORKSPACE_KIND, n.VIEWERS_READ_OFFLINE,"
            + " n.SENSITIVE_FEATURES, n.DISPLAY_NAME, n.DESCRIPTION, n.CREATED_BY, n.CREATED_AT, n.VERSION";

    /** How many columns a node takes. */
    static final int WIDTH = 13;

    private NodeRows() {}

    static Node node(Row row) {
        return node(row, 0);
    }

    /** @param first the number of the node's first column */
    static Node node(Row row, int first) {
        return new Node(
                new NodeId(row.text(first)),
                NodePath.parse(row.text(first + 1)),
                traits(row, first),
                row.text(first + 8),
                row.text(first + 9),
                new PrincipalId(row.text(first + 10)),
                row.instant(first + 11),
                (int) row.number(first + 12));
    }

    private static NodeTraits traits(Row row, int first) {
        boolean secret = row.flag(first + 3);
        boolean locked = row.flag(first + 4);
        return switch (NodeKind.parse(row.text(first + 2))) {
            case WORKSPACE ->
                new NodeTraits.Workspace(
                        WorkspaceKind.parse(row.text(first + 5)), locked, new WorkspaceSettings(row.flag(first + 6)));
            case PROJECT -> new NodeTraits.Project(secret, locked);
            case FEATURE_SET -> new NodeTraits.FeatureSet(secret, TextList.read(row.text(first + 7)));
        };
    }
}
