package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * when one of these changed, which a stamp in it tells, since the augmentation takes longer than the start.
 */
final class ServerHome {

    private static final List<String> BUILD_OPTIONS = List.of("--health-enabled=true", "--metrics-enabled=true");

    private final Path distribution = Path.of(System.getProperty("it.distribution"));
    private final Path providers = Path.of(System.getProperty("it.providers"));
    private final Path home;
    private final String vendor;

    ServerHome(String vendor) {
        this.vendor = vendor;
        this.home = Path.of(System.getProperty("it.servers")).resolve(vendor);
    }

    Path path() {
        return home;
    }

    /** Makes the home if need be, and leaves it without any data of an earlier run. */
    ServerHome prepare() {
        try {
            Path stamp = home.resolve("stamp");
            String wanted = fingerprint();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                remove(home);
                copy(distribution, home);
                copy(providers, home.resolve("providers"));
                build();
                Files.writeString(stamp, wanted);
            }
            remove(home.resolve("data"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the server's home cannot be made", e);
        }
    }

    /** A copy beside it, for a second server: two must not share one's transaction log. */
    Path twin() {
        Path twin = home.resolveSibling(vendor + "-twin");
        try {
            remove(twin);
            copy(home, twin);
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException("the second server's home cannot be made", e);
        }
    }

    private void build() throws IOException {
        List<String> options = Stream.concat(Stream.of("build", "--db=" + vendor), BUILD_OPTIONS.stream())
                .toList();
        Path log = home.resolve("build.log");
        if (ServerProcess.run(home, options, log) != 0) {
            throw new IllegalStateException("kc.sh build failed:\n" + Files.readString(log));
        }
    }

    private String fingerprint() throws IOException {
        try (Stream<Path> jars = Files.list(providers)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((distribution + vendor + BUILD_OPTIONS).getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
