package io.featureaccess.storage;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.keycloak.connections.jpa.updater.liquibase.ThreadLocalSessionContext;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own changelog and then ours, as the server runs them. */
final class Schema {

    static final String OURS = Tables.CHANGELOG;
    private static final String KEYCLOAKS = "META-INF/jpa-changelog-master.xml";

    private Schema() {}

    static void createKeycloaks(String url) {
        run(url, KEYCLOAKS, "DATABASECHANGELOG");
    }

    static void execute(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, url.startsWith("jdbc:h2") ? "sa" : "postgres", "");
    }

    static void runOurs(String url) {
        run(url, OURS, "DATABASECHANGELOG_FEATURE_AC");
    }

    /** How many of our changesets would still be run. */
    static int pending(String url) {
        return inLiquibase(url, OURS, "DATABASECHANGELOG_FEATURE_AC", liquibase -> liquibase
                .listUnrunChangeSets(null, new LabelExpression(), false)
                .size());
    }

    private static void run(String url, String changelog, String table) {
        inLiquibase(url, changelog, table, liquibase -> {
            liquibase.update("");
            return null;
        });
    }

    private interface Work<T> {
        T in(Liquibase liquibase) throws LiquibaseException;
    }

    private static <T> T inLiquibase(String url, String changelog, String table, Work<T> work) {
        // Changes of Keycloak's that mend old data ask for a session, and use it only where there is data.
        ThreadLocalSessionContext.setCurrentSession((KeycloakSession) Proxy.newProxyInstance(
                Schema.class.getClassLoader(), new Class<?>[] {KeycloakSession.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        try (Connection connection = connect(url)) {
            return Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setDatabaseChangeLogTableName(table);
                ((AbstractJdbcDatabase) database).set("keycloak.indexCreationThreshold", 300_000L);
                return work.in(new Liquibase(changelog, new ClassLoaderResourceAccessor(), database));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot run " + changelog, e);
        } finally {
            ThreadLocalSessionContext.removeCurrentSession();
        }
    }
}
