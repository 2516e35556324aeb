package io.featureaccess.it.screens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.featureaccess.it.harness.Command;
import io.featureaccess.it.harness.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Node's test runner with the browser tests that the themes' build made. */
final class BrowserTests {

    private static final Path THEMES = Path.of("../themes").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target/screens").toAbsolutePath();
    private static final long MINUTES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BrowserTests() {}

    /** @param error what went wrong; empty if nothing did */
    record Ended(String name, boolean passed, String error) {

        static Ended of(String line) {
            try {
                JsonNode test = JSON.readTree(line);
                return new Ended(
                        test.path("name").asText(),
                        test.path("passed").asBoolean(),
                        test.path("error").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
    }

    /** @throws AssertionError with all that was printed, if they do not come to their end */
    static List<Ended> run(TestRealm realm) {
        try {
            Files.createDirectories(TARGET);
            Path results = TARGET.resolve("results.jsonl");
            Path printed = TARGET.resolve("printed.txt");
            Process process = start(realm, results, printed);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the browser tests did not end:\n" + Files.readString(printed, UTF_8));
            }
            List<Ended> ended =
                    Files.readAllLines(results, UTF_8).stream().map(Ended::of).toList();
            if (process.exitValue() != 0 && ended.stream().allMatch(Ended::passed)) {
                throw new AssertionError("the browser tests failed:\n" + Files.readString(printed, UTF_8));
            }
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String whereChromiumIs() {
        return Command.output(List.of("sh", "-c", "command -v chromium"), "").strip();
    }

    private static Process start(TestRealm realm, Path results, Path printed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                "--test-reporter="
                        + THEMES.resolve("src/test/browser/report.mjs").toUri(),
                "--test-reporter-destination=" + results,
                THEMES.resolve("target/browser-tests/all.mjs").toString());
        builder.environment()
                .putAll(Map.of(
                        "SCREENS_REALM", realm.url(),
                        "SCREENS_CHROMIUM", whereChromiumIs(),
                        "SCREENS_PICTURES", TARGET.toString()));
        return builder.directory(THEMES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }
}
