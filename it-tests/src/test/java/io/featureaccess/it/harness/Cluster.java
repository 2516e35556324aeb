package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Two servers with one PostgreSQL database, and with caches that tell each other what to forget. */
public final class Cluster implements AutoCloseable {

    private final ServerDatabase database;
    private final ServerProcess firstProcess;
    private final ServerProcess secondProcess;

    private Cluster(ServerDatabase database, ServerProcess firstProcess, ServerProcess secondProcess) {
        this.database = database;
        this.firstProcess = firstProcess;
        this.secondProcess = secondProcess;
    }

    /** Starts both, one after the other, because the first one makes the tables. */
    public static Cluster start() {
        ServerHome home = new ServerHome(Databases.POSTGRES);
        ServerDatabase database = Databases.postgres();
        ServerProcess first = ServerProcess.member(home.copyFor("first"), Optional.empty());
        ServerProcess second = ServerProcess.member(home.copyFor("second"), Optional.of(first.url()));
        try {
            first.start(database.serverOptions());
            second.start(database.serverOptions());
            return new Cluster(database, first, second);
        } catch (IOException e) {
            throw new UncheckedIOException("the servers do not start", e);
        }
    }

    public Keycloak first() {
        return new Keycloak(firstProcess, database);
    }

    public Keycloak second() {
        return new Keycloak(secondProcess, database);
    }

    /** How many servers the database knows of: they find each other there. */
    public long members() {
        return database.number("SELECT COUNT(*) FROM JGROUPS_PING");
    }

    @Override
    public void close() {
        secondProcess.stop();
        firstProcess.stop();
        database.close();
    }
}
