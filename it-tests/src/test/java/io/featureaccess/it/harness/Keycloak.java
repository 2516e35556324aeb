package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The running server: its addresses, its administration, its database and its log. */
public final class Keycloak implements AutoCloseable {

    static final String ADMIN = "harness-admin";
    static final String ADMIN_PASSWORD = "harness-password";

    private final ServerProcess process;
    private final ServerDatabase database;
    private final JsonApi admin;

    Keycloak(ServerProcess process, ServerDatabase database) {
        this.process = process;
        this.database = database;
        this.admin = new JsonApi(process.url() + "/admin", new AdminToken(this)::value);
    }

    /** The server's address without a slash at the end, as {@code http://127.0.0.1:40123}. */
    public String url() {
        return process.url();
    }

    /** The administration API below {@code /admin}, as the administrator of the whole server. */
    public JsonApi admin() {
        return admin;
    }

    /** The server's own database, for what no API shows. */
    public ServerDatabase database() {
        return database;
    }

    /** Counts the SQL statements of requests. */
    public SqlCounter sql() {
        return new SqlCounter(process.sqlLog());
    }

    /** The server's log, statements not included. */
    public Path log() {
        return process.log();
    }

    /** Makes a realm with a name of its own, ready for the extension; close it to remove it. */
    public TestRealm newRealm() {
        return TestRealm.create(this, "it-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A token for a person by password, or the refusal. */
    public Answer passwordGrant(String realm, Map<String, String> fields) {
        return token(realm, "password", fields);
    }

    /** Asks the realm's token endpoint. */
    public Answer token(String realm, String grantType, Map<String, String> fields) {
        List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
        form.add(Map.entry("grant_type", grantType));
        return Http.form(tokenEndpoint(realm), Map.of(), form);
    }

    /** Stops the server and starts it again on the same data and the same address: with empty caches, and in this mode. */
    public void restart(ServerMode mode) {
        process.stop();
        try {
            process.start(mode, database.serverOptions());
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not start again", e);
        }
    }

    /** Kills the server as a power cut would, with nothing said to it. */
    public void kill() {
        process.kill();
    }

    /** Starts the server again after it was killed, on the same data and the same address. */
    public void start() {
        try {
            process.start(database.serverOptions());
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not start again", e);
        }
    }

    /** The process id of the server's JVM. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop();
        database.close();
    }

    URI tokenEndpoint(String realm) {
        return URI.create(url() + "/realms/" + realm + "/protocol/openid-connect/token");
    }
}
