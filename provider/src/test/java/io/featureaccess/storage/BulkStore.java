package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store that grows: written in batches, each project and feature set with an owner, as its creator would be. */
final class BulkStore {

    private static final int PROJECT_SIZE = 50;

    /** Written at once, and granted at one moment, as an import's are. */
    private static final int BATCH = 1000;

    private final TestDatabase database;
    private final String realm;
    private final PrincipalId owner;
    private final List<PrincipalId> ownersOfSets;
    private final Map<String, String> ids = new HashMap<>();
    private int size;

    /** @param ownersOfSets who else owns each feature set */
    BulkStore(TestDatabase database, String realm, PrincipalId owner, PrincipalId... ownersOfSets) {
        this.database = database;
        this.realm = realm;
        this.owner = owner;
        this.ownersOfSets = List.of(ownersOfSets);
    }

    NodeId id(String path) {
        return new NodeId(ids.get(path));
    }

    static NodePath featureSet(int number) {
        return NodePath.parse("store/p" + number / PROJECT_SIZE + "/f" + number);
    }

    /** Until there are so many feature sets. */
    void growTo(int featureSets) {
        growUncountedTo(featureSets);
        database.countRows();
    }

    /** The same, as they are right after an import. */
    void growUncountedTo(int featureSets) {
        try (Connection connection = Schema.connect(database.url())) {
            connection.setAutoCommit(false);
            try (PreparedStatement nodes = connection.prepareStatement(
                            "INSERT INTO FA_NODE (ID, REALM_ID, PATH, KIND, PARENT_ID, WORKSPACE_ID, PROJECT_ID, SECRET,"
                                    + " LOCKED, WORKSPACE_KIND, VIEWERS_READ_OFFLINE, SENSITIVE_FEATURES, DISPLAY_NAME, DESCRIPTION,"
                                    + " CREATED_BY, CREATED_AT, VERSION)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, ?, FALSE, '', ?, '', 'maker', 0, 0)");
                    PreparedStatement grants = connection.prepareStatement(
                            "INSERT INTO FA_GRANT (ID, REALM_ID, TARGET, TARGET_KIND, NODE_ID, PRINCIPAL_ID, USER_ID, ROLE,"
                                    + " ORIGIN, GRANTED_BY, GRANTED_AT) VALUES (?, ?, ?, ?, ?, ?, ?, 'owner', 'direct', 'maker', ?)")) {
                for (; size < featureSets; size++) {
                    NodePath path = featureSet(size);
                    for (NodePath each : path.lineage()) {
                        if (!ids.containsKey(each.toString())) {
                            add(nodes, grants, each);
                        }
                    }
                    if (size % BATCH == 0) {
                        nodes.executeBatch();
                        grants.executeBatch();
                    }
                }
                nodes.executeBatch();
                grants.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ten pending requests on each feature set that has none. */
    void askOnEach(PrincipalId asker) {
        Schema.execute(database.url(), """
                INSERT INTO FA_PERMISSION (ID, REALM_ID, ORIGIN, NODE_ID, NODE_PATH, KIND, WORKSPACE_ID, PROJECT_ID, SECRET,
                    PRINCIPAL_ID, PRINCIPAL_TYPE, PRINCIPAL_NAME, USER_ID, ASKED_ROLE, ROLE, REASON, CREATED_AT, STATE, ENDS_AT)
                SELECT SUBSTRING(n.ID, 1, 33) || '-' || k.NUM, n.REALM_ID, 'request', n.ID, n.PATH, n.KIND, n.WORKSPACE_ID,
                    n.PROJECT_ID, FALSE, '%1$s', 'user', 'asker', '%1$s', 'editor', 'editor', 'to try',
                    ROW_NUMBER() OVER (ORDER BY n.ID, k.NUM), 'pending',
                    9000000000000000
                FROM FA_NODE n CROSS JOIN UNNEST(ARRAY[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) AS k (NUM)
                WHERE n.REALM_ID = '%2$s' AND n.KIND = 'feature-set'
                    AND NOT EXISTS (SELECT 1 FROM FA_PERMISSION r WHERE r.NODE_ID = n.ID AND r.STATE = 'pending')
                """.formatted(asker.value(), realm));
        database.countRows();
    }

    private void add(PreparedStatement nodes, PreparedStatement grants, NodePath path) throws SQLException {
        String id = People.id();
        ids.put(path.toString(), id);
        String kind = path.kind().id();
        String workspace = ids.get(path.lineage().get(0).toString());
        String project =
                path.lineage().size() > 1 ? ids.get(path.lineage().get(1).toString()) : null;
        nodes.setString(1, id);
        nodes.setString(2, realm);
        nodes.setString(3, path.toString());
        nodes.setString(4, kind);
        nodes.setString(
                5, path.parent().map(parent -> ids.get(parent.toString())).orElse(null));
        nodes.setString(6, workspace);
        nodes.setString(7, project);
        if (project == null) {
            nodes.setString(8, "dev");
        } else {
            nodes.setNull(8, Types.VARCHAR);
        }
        nodes.setString(9, "The " + path.name());
        nodes.addBatch();
        addOwner(grants, id, path, owner);
        if (path.kind() == NodeKind.FEATURE_SET) {
            for (PrincipalId other : ownersOfSets) {
                addOwner(grants, id, path, other);
            }
        }
    }

    private void addOwner(PreparedStatement grants, String node, NodePath path, PrincipalId who) throws SQLException {
        grants.setString(1, People.id());
        grants.setString(2, realm);
        grants.setString(3, node);
        grants.setString(4, path.kind().id());
        grants.setString(5, node);
        grants.setString(6, who.value());
        grants.setString(7, who.value());
        grants.setLong(8, size / BATCH);
        grants.addBatch();
    }

    /** A permission for each grant that has none, as writing the grants one by one would have made them. */
    void makePermissions() {
        Schema.execute(
                database.url(),
                Migration.ofGrants() + " WHERE g.REALM_ID = '" + realm
                        + "' AND NOT EXISTS (SELECT 1 FROM FA_PERMISSION made WHERE made.GRANT_ID = g.ID)");
        database.countRows();
    }
}
