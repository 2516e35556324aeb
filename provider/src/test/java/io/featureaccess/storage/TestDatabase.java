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
            String url = "jdbc:h2:mem:storage;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE";
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

        @Override
        String start() {
            Path kept = KEPT.resolve("keycloak-postgresql-" + Version.VERSION);
            boolean there = Files.exists(kept.resolve("complete"));
            if (!there) {
                delete(kept);
            }
            EmbeddedPostgres server = server(kept);
            String postgres = server.getJdbcUrl("postgres", "postgres");
            if (!there) {
                Schema.execute(postgres, "CREATE DATABASE " + TEMPLATE);
                Schema.createKeycloaks(server.getJdbcUrl("postgres", TEMPLATE));
                write(kept.resolve("complete"));
            }
            Schema.execute(postgres, "DROP DATABASE IF EXISTS storage");
            Schema.execute(postgres, "CREATE DATABASE storage TEMPLATE " + TEMPLATE);
            return server.getJdbcUrl("postgres", "storage");
        }

        private static EmbeddedPostgres server(Path data) {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "off")
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
    private String url;
    private EntityManagerFactory factory;

    TestDatabase(String user) {
        this.user = user;
    }

    /** Starts it with Keycloak's schema. */
    abstract String start();

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
