package io.featureaccess.it.harness;

/** What a server is started for. */
public enum ServerMode {
    /** Quick to start, what is done in the background done at once, and every SQL statement on record. */
    TESTED(" -Xmx900m -XX:TieredStopAtLevel=1"),
    /** As in production: compiled for speed, the background in its usual time, and no statement written down. */
    MEASURED(" -Xmx1500m");

    private final String javaOptions;

    ServerMode(String javaOptions) {
        this.javaOptions = javaOptions;
    }

    String javaOptions() {
        return javaOptions;
    }
}
