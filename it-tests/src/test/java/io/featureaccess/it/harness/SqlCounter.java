package io.featureaccess.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The SQL statements that requests make, read from the server's log: a statement is written before it is executed, so all
 * statements of a request are there when its answer is. Statements of the server's own timers are left out by their
 * threads; requests must not run beside each other while they are counted.
 */
public final class SqlCounter {

    private static final int RUNS = 3;
    private static final String REQUEST_THREAD = "executor-thread";

    private final Path log;

    SqlCounter(Path log) {
        this.log = log;
    }

    /** Runs the action and answers the statements' texts in their order. */
    public List<String> during(Runnable action) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = file.length();
            action.run();
            byte[] written = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(written);
            return new String(written, StandardCharsets.UTF_8)
                    .lines()
                    .filter(SqlCounter::isWhole)
                    .map(Json::parse)
                    .filter(SqlCounter::isStatementOfRequest)
                    .map(line -> unnumbered(line.path("message").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no log of statements", e);
        }
    }

    /**
     * How many statements the action makes: the fewest of several runs, since every few seconds one request pays for a close
     * look at what is installed in the realm.
     */
    public int fewest(Runnable action) {
        return IntStream.range(0, RUNS).map(run -> during(action).size()).min().orElseThrow();
    }

    /** On H2 our statements carry a number of their own, so that no text comes twice. */
    private static String unnumbered(String statement) {
        return statement.replaceAll(" /\\* \\d+ \\*/$", "");
    }

    /** A timer of the server may be writing its line at either edge. */
    private static boolean isWhole(String line) {
        return line.startsWith("{\"") && line.endsWith("}");
    }

    private static boolean isStatementOfRequest(JsonNode line) {
        return line.path("loggerName").asText().equals("org.hibernate.SQL")
                && line.path("threadName").asText().startsWith(REQUEST_THREAD);
    }
}
