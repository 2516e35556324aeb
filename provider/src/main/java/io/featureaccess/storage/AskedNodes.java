package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Nodes asked for by path or by id, as a selection of their lineages' ids: a branch for each way, since a database uses an
 * index for either but not for both at once.
 */
record AskedNodes(List<String> paths, List<String> ids) implements NodeSelection {

    private static final String LINEAGE =
            "SELECT n.ID, n.WORKSPACE_ID, n.PROJECT_ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND ";
    private static final String BY_PATH = LINEAGE + "n.PATH = ANY (:paths)";
    private static final String BY_ID = LINEAGE + "n.ID = ANY (:ids)";

    static AskedNodes of(Collection<NodeRef> nodes) {
        List<String> paths = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (NodeRef node : nodes) {
            if (node instanceof NodeRef.ByPath byPath) {
                paths.add(byPath.path().toString());
            } else if (node instanceof NodeRef.ById byId) {
                ids.add(byId.id().value());
            }
        }
        return new AskedNodes(List.copyOf(paths), List.copyOf(ids));
    }

    @Override
    public String selection() {
        if (ids.isEmpty()) {
            return BY_PATH;
        }
        return paths.isEmpty() ? BY_ID : BY_PATH + " UNION ALL " + BY_ID;
    }

    @Override
    public Sql.Statement bind(Sql.Statement statement) {
        if (ids.isEmpty() || !paths.isEmpty()) {
            statement.withAll("paths", paths);
        }
        return ids.isEmpty() ? statement : statement.withAll("ids", ids);
    }
}
