package io.featureaccess.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The databases that the tests run the server on. */
final class Databases {

    static final String POSTGRES = "postgres";

    private Databases() {}

    /** Starts the database that the system property {@code it.database} names: the embedded one, or {@code postgres}. */
    static ServerDatabase chosen(Path serverHome) {
        return isPostgres() ? postgres() : embedded(serverHome);
    }

    /** The server's name for the chosen database: a build option. */
    static String vendor() {
        return isPostgres() ? POSTGRES : "dev-file";
    }

    private static boolean isPostgres() {
        return POSTGRES.equals(System.getProperty("it.database"));
    }

    /** In a file of the server's own; AUTO_SERVER lets the tests look into it beside the server. */
    private static ServerDatabase embedded(Path serverHome) {
        String settings = ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=TRUE;AUTO_SERVER=TRUE";
        String url = "jdbc:h2:file:" + serverHome.resolve("data/h2/keycloakdb") + settings;
        return new ServerDatabase(
                "dev-file",
                url,
                "sa",
                "password",
                List.of("--db-url=" + url, "--db-username=sa", "--db-password=password"),
                () -> {});
    }

    /** A PostgreSQL of the tests' own. */
    static ServerDatabase postgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "150")
                    .start();
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            List<String> options = List.of("--db-url=" + url, "--db-username=" + POSTGRES, "--db-password=" + POSTGRES);
            return new ServerDatabase(POSTGRES, url, POSTGRES, POSTGRES, options, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}
