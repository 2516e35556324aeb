package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A started server: on loopback, on free ports, ended with all its children when this JVM ends. */
final class ServerProcess {

    private static final Duration BOOT = Duration.ofMinutes(5);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String JAVA_OPTIONS = "-Xms128m -Djgroups.fd.port-offset=1 -Dh2.bindAddress=" + LOOPBACK;

    /** What is done in the background is done at once: tests wait for it. */
    private static final List<String> BACKGROUND =
            List.of("--spi-feature-access--default--interval=1", "--spi-feature-access--default--mail-retry=1");

    private static final List<String> ALONE = List.of("--cache=local");

    private final Path home;
    private final List<String> clusterOptions;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final String publicUrl;
    private Process process;

    private ServerProcess(Path home, List<String> clusterOptions, Optional<String> publicUrl) {
        this.home = home;
        this.clusterOptions = clusterOptions;
        this.publicUrl = publicUrl.orElse(url());
    }

    /** A server without others. */
    static ServerProcess alone(Path home) {
        return new ServerProcess(home, ALONE, Optional.empty());
    }

    /**
     * One of several servers with one database, by which they find each other.
     *
     * @param publicUrl what all of them call themselves, so that one takes the other's tokens; empty for the first's address
     */
    static ServerProcess member(Path home, Optional<String> publicUrl) {
        List<String> options = List.of(
                "--cache=ispn",
                "--cache-stack=jdbc-ping",
                "--cache-embedded-network-bind-address=" + LOOPBACK,
                "--cache-embedded-network-bind-port=" + freePort());
        return new ServerProcess(home, options, publicUrl);
    }

    String url() {
        return "http://" + LOOPBACK + ":" + port;
    }

    Path log() {
        return home.resolve("server.log");
    }

    Path sqlLog() {
        return home.resolve("sql.log");
    }

    /** Starts the server for tests. */
    void start(List<String> databaseOptions) throws IOException {
        start(ServerMode.TESTED, databaseOptions);
    }

    /** Starts the server and answers when it is ready, which its log says too early. */
    void start(ServerMode mode, List<String> databaseOptions) throws IOException {
        Files.deleteIfExists(sqlLog());
        List<String> options = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--http-management-host=" + LOOPBACK,
                "--hostname=" + publicUrl));
        options.addAll(clusterOptions);
        if (mode == ServerMode.TESTED) {
            options.addAll(BACKGROUND);
            options.addAll(logOptions());
        }
        options.addAll(databaseOptions);
        process = command(home, options, log(), mode.javaOptions()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        awaitReady();
    }

    /** Runs a command of {@code kc.sh} to its end and answers its exit code. */
    static int run(Path home, List<String> options, Path log) throws IOException {
        try {
            return command(home, options, log, ServerMode.TESTED.javaOptions())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in kc.sh", e);
        }
    }

    /** Two logs: what an operator reads, and every SQL statement as one line of JSON. */
    private List<String> logOptions() {
        return List.of(
                "--log=console,file",
                "--log-level=info,org.hibernate.SQL:debug",
                "--log-console-level=info",
                "--log-file=" + sqlLog(),
                "--log-file-output=json",
                "--log-file-rotation-enabled=false");
    }

    private static ProcessBuilder command(Path home, List<String> options, Path log, String javaOptions) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Keycloak.ADMIN_PASSWORD);
        environment.put("JAVA_OPTS_APPEND", JAVA_OPTIONS + javaOptions);
        return builder;
    }

    private void awaitReady() throws IOException {
        URI health = URI.create("http://" + LOOPBACK + ":" + managementPort + "/health/ready");
        Instant end = Instant.now().plus(BOOT);
        while (!isReady(health)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                stop();
                throw new IllegalStateException("the server did not get ready:\n" + Files.readString(log()));
            }
            pause();
        }
    }

    private static boolean isReady(URI health) {
        try {
            return Http.send("GET", health, Map.of(), null).status() == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server starts", e);
        }
    }

    /** Of the JVM, which is the last of the shell's descendants. */
    long pid() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle())
                .pid();
    }

    /** Ends the server by its process id; {@code kc.sh} is a shell whose child is the server. */
    void stop() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroy);
        for (ProcessHandle member : family) {
            try {
                member.onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                member.destroyForcibly();
            }
        }
    }

    /** Ends the server at once, with the signal that nobody can catch. */
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().join());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
