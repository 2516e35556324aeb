package io.featureaccess.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What of this extension is alive in the server's heap after a full collection.
 *
 * @param objects how many
 * @param bytes how large, what they refer to not included
 */
record HeapCensus(long objects, long bytes) {

    static HeapCensus of(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long objects = 0;
        long bytes = 0;
        for (String line : histogram.split("\n")) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length >= 4 && cells[3].startsWith("io.featureaccess.")) {
                objects += Long.parseLong(cells[1]);
                bytes += Long.parseLong(cells[2]);
            }
        }
        return new HeapCensus(objects, bytes);
    }
}
