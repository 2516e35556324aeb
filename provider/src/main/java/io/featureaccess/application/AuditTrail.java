package io.featureaccess.application;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.principal.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Records who made changes, in the transaction of the changes: use cases that change anything end here. */
public final class AuditTrail {

    private final AuditLog log;
    private final ChangeNotices notices;
    private final Clock clock;

    public AuditTrail(AuditLog log, ChangeNotices notices, Clock clock) {
        this.log = log;
        this.notices = notices;
        this.clock = clock;
    }

    public void record(Caller by, Change change) {
        record(by, List.of(change));
    }

    public void record(Caller by, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        // Whole microseconds: databases keep no more, and a row must read back as it was written.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<AuditRow> rows =
                changes.stream().map(change -> row(by, change, now)).toList();
        log.append(rows);
        notices.changed(rows);
    }

    private static AuditRow row(Caller by, Change change, Instant now) {
        return new AuditRow(
                UUID.randomUUID().toString(),
                now,
                by.name(),
                by.principal(),
                change.kind(),
                change.node(),
                change.principal(),
                change.before().map(Object::toString),
                change.after().map(Object::toString),
                change.reason(),
                by.address());
    }
}
