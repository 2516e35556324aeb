package io.featureaccess.it.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Keycloak of the tests' own: the distribution, our JARs and the augmentation for one database. It is made again only
 * when one of these changed, which a stamp in it tells, since the augmentation takes longer than the start. Each JVM of
 * tests runs a copy of it, because several of them run side by side.
 */
final class ServerHome {

    private static final List<String> BUILD_OPTIONS = List.of("--health-enabled=true", "--metrics-enabled=true");

    /** A preview of Keycloak's that is tried on the embedded database alone: on PostgreSQL runs what everybody starts. */
    private static final List<String> WITH_SCIM = List.of("--features=scim-api");

    private final Path distribution = Path.of(System.getProperty("it.distribution"));
    private final Path providers = Path.of(System.getProperty("it.providers"));
    private final Path servers = Path.of(System.getProperty("it.servers"));
    private final String vendor;
    private final Path model;

    ServerHome(String vendor) {
        this.vendor = vendor;
        this.model = servers.resolve(vendor);
    }

    /**
     * A home without any data, for one server of this JVM: two servers must not share a database file or a transaction log.
     *
     * @param server its name, unlike that of any other server of this JVM that uses the same database
     */
    Path copyFor(String server) {
        Path home = servers.resolve("%s-%s-%d".formatted(vendor, server, Place.HELD.number()));
        try {
            augment();
            remove(home);
            copy(model, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("the server's home cannot be made", e);
        }
    }

    /** Makes the model if need be; only one JVM does, and others wait for it. */
    private void augment() throws IOException {
        Files.createDirectories(servers);
        try (FileChannel file = FileChannel.open(servers.resolve(vendor + ".lock"), CREATE, WRITE)) {
            FileLock untilClosed = file.lock();
            Path stamp = model.resolve("stamp");
            String wanted = fingerprint();
            if (untilClosed.isValid()
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(wanted)) {
                return;
            }
            remove(model);
            copy(distribution, model);
            copy(providers, model.resolve("providers"));
            build();
            Files.writeString(stamp, wanted);
        }
    }

    private void build() throws IOException {
        List<String> options = Stream.concat(Stream.of("build"), buildOptions()).toList();
        Path log = model.resolve("build.log");
        if (ServerProcess.run(model, options, log) != 0) {
            throw new IllegalStateException("kc.sh build failed:\n" + Files.readString(log));
        }
    }

    private Stream<String> buildOptions() {
        Stream<String> always = Stream.concat(Stream.of("--db=" + vendor), BUILD_OPTIONS.stream());
        return vendor.equals(Databases.POSTGRES) ? always : Stream.concat(always, WITH_SCIM.stream());
    }

    private String fingerprint() throws IOException {
        try (Stream<Path> jars = Files.list(providers)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String what = distribution + buildOptions().toList().toString();
            digest.update(what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (Path jar : jars.sorted().toList()) {
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Times are copied too: the server compares the JARs' times with those it was built with. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (!Files.isDirectory(source)) {
                    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.createDirectories(target);
                }
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
