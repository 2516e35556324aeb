package io.featureaccess.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.keycloak.common.Version;

/**
 * The databases that the product runs on, each with Keycloak's schema and ours, made once a JVM. Keycloak's takes its time,
 * so a copy of it is kept in the build directory for the next run.
 */
enum TestDatabase {
    /** As the server's embedded default. */
    H2("sa") {
        @Override
        String start() {
            String url = "jdbc:h2:mem:" + nextName() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE";
            Path kept = KEPT.resolve("keycloak-h2-" + Version.VERSION + ".sql");
            if (Files.exists(kept)) {
                Schema.execute(url, "RUNSCRIPT FROM '" + kept + "'");
            } else {
                Schema.createKeycloaks(url);
                Schema.execute(url, "SCRIPT TO '" + kept + "'");
            }
            return url;
        }
    },
    POSTGRESQL("postgres") {
        private static final String TEMPLATE = "keycloak";

        private EmbeddedPostgres server;

        @Override
        String start() {
            String name = nextName();
            String postgres = server().getJdbcUrl("postgres", "postgres");
            Schema.execute(postgres, "DROP DATABASE IF EXISTS " + name);
            Schema.execute(postgres, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            return server().getJdbcUrl("postgres", name);
        }

        private EmbeddedPostgres server() {
            if (server == null) {
                server = startServer();
            }
            return server;
        }

        private static EmbeddedPostgres startServer() {
            Path kept = KEPT.resolve("keycloak-postgresql-" + Version.VERSION);
            boolean there = Files.exists(kept.resolve("complete"));
            if (!there) {
                delete(kept);
            }
            EmbeddedPostgres server = server(kept);
            if (!there) {
                Schema.execute(server.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + TEMPLATE);
                Schema.createKeycloaks(server.getJdbcUrl("postgres", TEMPLATE));
                write(kept.resolve("complete"));
            }
            return server;
        }

        /** Counts no rows of its own accord: what plans are made from would depend on when it did. */
        private static EmbeddedPostgres server(Path data) {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What a run left that was stopped half-way. */
        private static void delete(Path data) {
            if (!Files.exists(data)) {
                return;
            }
            try (Stream<Path> all = Files.walk(data)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(Path marker) {
            try {
                Files.createFile(marker);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Of each JVM its own: two servers on the same files destroy them. */
    private static final Path KEPT =
            Path.of(System.getProperty("storage.kept", "target/storage")).toAbsolutePath();

    private final String user;
    private int started;
    private String url;
    private EntityManagerFactory factory;

    TestDatabase(String user) {
        this.user = user;
    }

    /** A new one with Keycloak's schema. */
    abstract String start();

    String nextName() {
        return "storage" + ++started;
    }

    /** For tests that depend on what else is there: nothing is, and nothing is known of it. */
    synchronized void startAnew() {
        if (factory != null) {
            factory.close();
        }
        factory = null;
        url = null;
    }

    synchronized String url() {
        if (url == null) {
            if (!KEPT.toFile().isDirectory() && !KEPT.toFile().mkdirs()) {
                throw new IllegalStateException("cannot make " + KEPT);
            }
            String started = start();
            Schema.runOurs(started);
            url = started;
        }
        return url;
    }

    /** Whether it does while rows are written; PostgreSQL would at some later time, if these tests let it. */
    boolean countsByItself() {
        return this == H2;
    }

    /** What plans are made from is then what is there. */
    void countRows() {
        Schema.execute(url(), "ANALYZE");
    }

    synchronized EntityManagerFactory factory() {
        if (factory == null) {
            factory = new HibernatePersistenceConfiguration(name())
                    .managedClasses(Tables.ENTITIES)
                    .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                    .property("jakarta.persistence.jdbc.url", url())
                    .property("jakarta.persistence.jdbc.user", user)
                    .property("hibernate.connection.pool_size", "20")
                    .property("hibernate.session_factory.statement_inspector", StatementLog.class.getName())
                    .createEntityManagerFactory();
        }
        return factory;
    }

    /** Commits what the work does; whatever it throws rolls it back. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        return factory().callInTransaction(work::apply);
    }

    void runInTransaction(Consumer<EntityManager> work) {
        factory().runInTransaction(work::accept);
    }
}
