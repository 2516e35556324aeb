package io.featureaccess.it.harness;

/** What a server is started for. */
public enum ServerMode {
    /** Quick to start, and every SQL statement on record. */
    TESTED(" -Xmx900m -XX:TieredStopAtLevel=1", true),
    /** As in production: compiled for speed, and no statement written down. */
    MEASURED(" -Xmx1500m", false);

    private final String javaOptions;
    private final boolean statementsLogged;

    ServerMode(String javaOptions, boolean statementsLogged) {
        this.javaOptions = javaOptions;
        this.statementsLogged = statementsLogged;
    }

    String javaOptions() {
        return javaOptions;
    }

    boolean statementsLogged() {
        return statementsLogged;
    }
}
