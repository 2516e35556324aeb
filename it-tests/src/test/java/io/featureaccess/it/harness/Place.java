package io.featureaccess.it.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * This JVM's place among those that run tests side by side: the lowest number that no other has, from 1.
 *
 * @param lock what keeps it until this JVM ends, in whatever way
 */
record Place(int number, FileLock lock) {

    static final Place HELD = take(Path.of(System.getProperty("it.servers")));

    private static Place take(Path servers) {
        try {
            Files.createDirectories(servers);
            for (int number = 1; ; number++) {
                FileChannel file = FileChannel.open(servers.resolve("place-" + number + ".lock"), CREATE, WRITE);
                FileLock lock = file.tryLock();
                if (lock != null) {
                    return new Place(number, lock);
                }
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no place for this JVM's servers", e);
        }
    }
}
