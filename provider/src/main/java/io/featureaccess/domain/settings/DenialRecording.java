package io.featureaccess.domain.settings;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** Which denials go on record. Decisions are not recorded unless a realm wants it: there are many. */
public enum DenialRecording {
    OFF("off", 0),
    /** At most a few a minute on each server: enough to see that somebody is refused again and again. */
    SAMPLED("sampled", 10),
    /** As many as a server can write beside its work. */
    ALL("all", Integer.MAX_VALUE);

    private final String id;
    private final int perMinute;

    DenialRecording(String id, int perMinute) {
        this.id = id;
        this.perMinute = perMinute;
    }

    public String id() {
        return id;
    }

    /** How many at most are recorded a minute, in a realm by a server. */
    public int perMinute() {
        return perMinute;
    }

    /** @throws DomainProblem {@code malformed-value}, naming what there is */
    public static DenialRecording parse(String text) {
        return Arrays.stream(values())
                .filter(recording -> recording.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("auditDenials", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(DenialRecording::id).toList();
    }
}
