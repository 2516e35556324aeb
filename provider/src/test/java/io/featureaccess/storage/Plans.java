package io.featureaccess.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * Has the database explain every query, with its own parameters, right before it is run: how many rows it goes through does
 * not depend on the machine's load, as its time does.
 */
final class Plans implements AutoCloseable {

    private static final Pattern H2_SCANS = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRES_ROWS = Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)");
    private static final Pattern POSTGRES_PAGES = Pattern.compile("Buffers: shared((?: hit=\\d+)?)((?: read=\\d+)?)");
    private static final Pattern POSTGRES_REMOVED = Pattern.compile("Rows Removed by [^:]+: (\\d+)");

    private final TestDatabase database;
    private final EntityManagerFactory factory;
    private final List<String> plans = new ArrayList<>();
    private boolean explaining;

    Plans(TestDatabase database) {
        this.database = database;
        this.factory = new HibernatePersistenceConfiguration("plans of " + database)
                .managedClasses(Tables.ENTITIES)
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .property("jakarta.persistence.nonJtaDataSource", dataSource())
                .createEntityManagerFactory();
    }

    /** The plans of all queries that the work makes, as they were executed. */
    List<String> during(Consumer<EntityManager> work) {
        plans.clear();
        explaining = true;
        try {
            factory.runInTransaction(work::accept);
        } finally {
            explaining = false;
        }
        return List.copyOf(plans);
    }

    /** How many rows each of the readings goes through, by its name. */
    Map<String, Long> rows(Map<String, Consumer<EntityManager>> readings) {
        Map<String, Long> rows = new LinkedHashMap<>();
        readings.forEach((what, reading) ->
                rows.put(what, during(reading).stream().mapToLong(this::rows).sum()));
        return rows;
    }

    /**
     * How many pages of tables and indexes each of the readings touches on PostgreSQL, whose plans do not count the entries of
     * an index that it passes by.
     */
    Map<String, Long> pages(Map<String, Consumer<EntityManager>> readings) {
        Map<String, Long> pages = new LinkedHashMap<>();
        readings.forEach((what, reading) ->
                pages.put(what, during(reading).stream().mapToLong(Plans::pages).sum()));
        return pages;
    }

    /** The first line about them is the plan's as a whole. */
    private static long pages(String plan) {
        Matcher pages = POSTGRES_PAGES.matcher(plan);
        return pages.find() ? number(pages.group(1)) + number(pages.group(2)) : 0;
    }

    private static long number(String named) {
        return named.isEmpty() ? 0 : Long.parseLong(named.substring(named.indexOf('=') + 1));
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        return factory.callInTransaction(work::apply);
    }

    /** How many rows and index entries a plan went through. */
    long rows(String plan) {
        if (database == TestDatabase.H2) {
            return H2_SCANS.matcher(plan)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }
        return plan.lines().mapToLong(Plans::rowsOfLine).sum();
    }

    private static long rowsOfLine(String line) {
        Matcher rows = POSTGRES_ROWS.matcher(line);
        Matcher removed = POSTGRES_REMOVED.matcher(line);
        if (rows.find()) {
            return Math.round(Double.parseDouble(rows.group(1)) * Long.parseLong(rows.group(2)));
        }
        return removed.find() ? Long.parseLong(removed.group(1)) : 0;
    }

    @Override
    public void close() {
        factory.close();
    }

    private DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getConnection" -> watched(Schema.connect(database.url()));
                    case "isWrapperFor" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, connection, (method, args, result) -> {
            if (method.getName().equals("prepareStatement")) {
                return watched(connection, (String) args[0], (PreparedStatement) result);
            }
            return result;
        });
    }

    private PreparedStatement watched(Connection connection, String sql, PreparedStatement statement) {
        List<Object[]> calls = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, args) -> {
                    if (method.getName().startsWith("set") && args != null && args.length >= 2) {
                        methods.add(method);
                        calls.add(args);
                    }
                    if (method.getName().equals("executeQuery") && explaining) {
                        plans.add(explain(connection, sql, methods, calls));
                    }
                    return invoke(method, statement, args);
                });
    }

    private String explain(Connection connection, String sql, List<Method> methods, List<Object[]> calls)
            throws Throwable {
        String explain = database == TestDatabase.H2 ? "EXPLAIN ANALYZE " : "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS) ";
        try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
            for (int i = 0; i < methods.size(); i++) {
                invoke(methods.get(i), statement, calls.get(i));
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException recursion) {
            return "";
        }
    }

    private interface After {
        Object returned(Method method, Object[] args, Object result) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Plans.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> after.returned(method, args, invoke(method, target, args))));
    }

    private static Object invoke(Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
