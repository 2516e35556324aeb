package io.featureaccess.it.events;

import io.featureaccess.it.harness.TestRealm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Feature sets by the thousand, put into the tables behind the server's back. */
final class ManyNodes {

    private static final String INSERT = """
            INSERT INTO FA_NODE (ID, REALM_ID, PATH, KIND, PARENT_ID, WORKSPACE_ID, PROJECT_ID, SECRET, LOCKED,
                VIEWERS_READ_OFFLINE, DISPLAY_NAME, CREATED_BY, CREATED_AT, VERSION)
            SELECT ?, REALM_ID, ?, 'feature-set', ID, WORKSPACE_ID, ID, FALSE, FALSE, FALSE, ?, CREATED_BY, CREATED_AT, 0
            FROM FA_NODE WHERE ID = ?
            """;

    private final TestRealm realm;

    ManyNodes(TestRealm realm) {
        this.realm = realm;
    }

    void below(String project, String projectId, int count) {
        try (Connection connection = realm.server().database().connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int number = 0; number < count; number++) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, project + "/f" + number);
                insert.setString(3, "f" + number);
                insert.setString(4, projectId);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long nodes() {
        return count("SELECT COUNT(*) FROM FA_NODE WHERE REALM_ID = ?", realmId());
    }

    /** Resources of the resource server that are not types. */
    long resources() {
        return count(
                "SELECT COUNT(*) FROM RESOURCE_SERVER_RESOURCE WHERE RESOURCE_SERVER_ID = ? AND NAME NOT LIKE 'type:%'",
                realm.directory().clientId(TestRealm.RESOURCE_SERVER));
    }

    long count(String sql, Object value) {
        return realm.server().database().number(sql, value);
    }

    String realmId() {
        return realm.admin().get("").expect(200).json().path("id").asText();
    }
}
