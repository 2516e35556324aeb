package io.featureaccess.it.benchmark;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Copies of the rows that belong to one thing, with some columns changed; written when it is told to. */
final class RowCopies {

    private final List<Map<String, Object>> templates = new ArrayList<>();
    private final PreparedStatement insert;

    RowCopies(Connection connection, String table, String column, String value) throws SQLException {
        List<String> columns = written(connection, table);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM " + table + " WHERE " + column + " = ?")) {
            select.setString(1, value);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> template = new LinkedHashMap<>();
                    for (String name : columns) {
                        template.put(name, rows.getObject(name));
                    }
                    templates.add(template);
                }
            }
        }
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        this.insert = connection.prepareStatement(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")");
    }

    /** All columns but those that the database makes of others. */
    private static List<String> written(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        DatabaseMetaData database = connection.getMetaData();
        String named = database.storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        try (ResultSet all = database.getColumns(null, connection.getSchema(), named, null)) {
            while (all.next()) {
                if (!all.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    columns.add(all.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    /** One more copy of every row. */
    void add(Map<String, String> changed) throws SQLException {
        for (Map<String, Object> template : templates) {
            int index = 1;
            for (Map.Entry<String, Object> column : template.entrySet()) {
                Object value = changed.containsKey(column.getKey()) ? changed.get(column.getKey()) : column.getValue();
                insert.setObject(index++, value);
            }
            insert.addBatch();
        }
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }
}
