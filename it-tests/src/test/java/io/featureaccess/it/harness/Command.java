package io.featureaccess.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run to its end. */
public final class Command {

    private static final long MINUTES = 5;

    private Command() {}

    /** Whether a program is there and ends well. */
    public static boolean works(String... command) {
        try {
            return run(List.of(command), "").exit == 0;
        } catch (UncheckedIOException missing) {
            return false;
        }
    }

    /**
     * @param input what it reads
     * @return what it printed
     * @throws AssertionError with all it printed, if it did not end well
     */
    public static String output(List<String> command, String input) {
        Ended ended = run(command, input);
        if (ended.exit != 0) {
            throw new AssertionError(command + " ended with " + ended.exit + ":\n" + ended.printed + ended.errors);
        }
        return ended.printed;
    }

    private record Ended(int exit, String printed, String errors) {}

    private static Ended run(List<String> command, String input) {
        try {
            Path directory = Files.createTempDirectory("command");
            Path in = Files.writeString(directory.resolve("in"), input);
            Path out = directory.resolve("out");
            Path errors = directory.resolve("errors");
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
            return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(errors, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
