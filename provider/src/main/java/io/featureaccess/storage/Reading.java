package io.featureaccess.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.spi.LogicalConnectionImplementor;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;

/**
 * Reads rows by plain JDBC: what Hibernate does around a native query takes longer than a short one itself. It stays in
 * Hibernate's transaction, its log of statements and its kinds of failure.
 */
final class Reading {

    private final SharedSessionContractImplementor session;
    private final JdbcServices services;

    Reading(SharedSessionContractImplementor session) {
        this.session = session;
        this.services = session.getFactory().getJdbcServices();
    }

    /** In the transaction, which sees its own changes: what is pending in the session is written first. */
    List<Row> inTransaction(NamedText text, Map<String, Object> values) {
        if (session.isTransactionInProgress()) {
            session.flush();
        }
        PreparedStatement statement =
                session.getJdbcCoordinator().getStatementPreparer().prepareQueryStatement(text.text(), false, null);
        try {
            return rows(statement, text, values);
        } catch (SQLException failure) {
            throw failed(failure, text);
        } finally {
            session.getJdbcCoordinator()
                    .getLogicalConnection()
                    .getResourceRegistry()
                    .release(statement);
            session.getJdbcCoordinator().afterStatementExecution();
        }
    }

    /**
     * In a moment of its own if the transaction has not come to the database yet, and so has changed nothing: that saves the
     * trip that ends it.
     */
    List<Row> alone(NamedText text, Map<String, Object> values) {
        if (!isUntouched()) {
            return inTransaction(text, values);
        }
        services.getSqlStatementLogger().logStatement(text.text());
        return session.getTransactionCoordinator()
                .createIsolationDelegate()
                .delegateWork(
                        (executor, connection) ->
                                executor.executeReturningWork(own -> rowsOn(own, text, values), connection),
                        false);
    }

    /** Only under JTA there is another connection to be had that is in no transaction. */
    private boolean isUntouched() {
        LogicalConnectionImplementor connection = session.getJdbcCoordinator().getLogicalConnection();
        return session.getTransactionCoordinator()
                        .getTransactionCoordinatorBuilder()
                        .isJta()
                && connection.getConnectionHandlingMode()
                        == PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_RELEASE_BEFORE_TRANSACTION_COMPLETION
                && !connection.isPhysicallyConnected()
                && session.getPersistenceContextInternal().getNumberOfManagedEntities() == 0;
    }

    private List<Row> rowsOn(Connection connection, NamedText text, Map<String, Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.text())) {
            return rows(statement, text, values);
        }
    }

    private static List<Row> rows(PreparedStatement statement, NamedText text, Map<String, Object> values)
            throws SQLException {
        bind(statement, text, values);
        try (ResultSet found = statement.executeQuery()) {
            int width = found.getMetaData().getColumnCount();
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found, width));
            }
            return rows;
        }
    }

    private static Row row(ResultSet found, int width) throws SQLException {
        Object[] columns = new Object[width];
        for (int column = 0; column < width; column++) {
            columns[column] = found.getObject(column + 1);
        }
        return Row.of(columns);
    }

    private static void bind(PreparedStatement statement, NamedText text, Map<String, Object> values)
            throws SQLException {
        int place = 0;
        for (String name : text.places()) {
            Object value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no value for parameter '" + name + "' of " + text.text());
            }
            place++;
            if (value instanceof String[] all) {
                statement.setArray(place, statement.getConnection().createArrayOf("varchar", all));
            } else {
                statement.setObject(place, value);
            }
        }
    }

    private RuntimeException failed(SQLException failure, NamedText text) {
        return session.getExceptionConverter()
                .convert(services.getSqlExceptionHelper().convert(failure, "cannot read", text.text()));
    }
}
