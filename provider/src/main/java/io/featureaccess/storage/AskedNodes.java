package io.featureaccess.storage;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes asked for by path or by id, as a selection of their whole lineages: a branch for each way, since a database uses an
 * index for either but not for both at once. Paths are joined, since H2 looks no list up in an index of two columns. A single
 * node is asked for by plain parameters, for the reason that {@link AskedPrincipals} has.
 *
 * @param paths of the nodes and of all their ancestors
 */
record AskedNodes(List<String> paths, List<String> ids) implements NodeSelection {

    private static final String BY_PATH =
            "SELECT " + COLUMNS + " FROM %s AS p (PATH) JOIN FA_NODE n ON n.REALM_ID = :realm AND n.PATH = p.PATH";
    private static final String BY_ID =
            NodeSelection.lineagesOf("%s JOIN FA_NODE a ON a.ID = p.ID AND a.REALM_ID = :realm");

    private static final String PATHS = "UNNEST(CAST(:paths AS VARCHAR(191) ARRAY))";
    private static final String IDS = "UNNEST(CAST(:ids AS VARCHAR(36) ARRAY)) AS p (ID)";
    private static final String ID = "(SELECT CAST(:id AS VARCHAR(36)) AS ID) p";

    static AskedNodes of(Collection<NodeRef> nodes) {
        Set<String> paths = new LinkedHashSet<>();
        List<String> ids = new ArrayList<>();
        for (NodeRef node : nodes) {
            if (node instanceof NodeRef.ByPath byPath) {
                byPath.path().lineage().stream().map(NodePath::toString).forEach(paths::add);
            } else if (node instanceof NodeRef.ById byId) {
                ids.add(byId.id().value());
            }
        }
        return new AskedNodes(List.copyOf(paths), List.copyOf(ids));
    }

    /** Few enough to be the lineage of one. */
    private boolean fewPaths() {
        return !paths.isEmpty() && paths.size() <= 3;
    }

    private boolean singleId() {
        return ids.size() == 1;
    }

    /**
     * @param paths how many, where each is a parameter of its own; else -1
     * @param ids how many, and 2 for more than one
     */
    private record Shape(int paths, int ids) {}

    @Override
    public Object shape() {
        return new Shape(fewPaths() || paths.isEmpty() ? paths.size() : -1, Math.min(2, ids.size()));
    }

    @Override
    public String selection() {
        String byPath = BY_PATH.formatted(fewPaths() ? values() : PATHS);
        String byId = BY_ID.formatted(singleId() ? ID : IDS);
        if (ids.isEmpty()) {
            return byPath;
        }
        return paths.isEmpty() ? byId : byPath + " UNION " + byId;
    }

    private String values() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            rows.add("(CAST(:path" + i + " AS VARCHAR(191)))");
        }
        return "(VALUES " + String.join(", ", rows) + ")";
    }

    @Override
    public void bind(Statement statement) {
        if (fewPaths()) {
            for (int i = 0; i < paths.size(); i++) {
                statement.with("path" + i, paths.get(i));
            }
        } else if (ids.isEmpty() || !paths.isEmpty()) {
            statement.withAll("paths", paths);
        }
        if (singleId()) {
            statement.with("id", ids.get(0));
        } else if (!ids.isEmpty()) {
            statement.withAll("ids", ids);
        }
    }
}
