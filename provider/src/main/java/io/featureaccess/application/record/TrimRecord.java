package io.featureaccess.application.record;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends the record where it is older than the realm keeps it. Only whole seals go, from the beginning of the chain and as soon as
 * their newest row is too old; that they went is a row of the record, with what the chain goes on from.
 */
public final class TrimRecord {

    private static final int SEALS = 10;

    private final Transactions<Desk> transactions;
    private final Duration kept;
    private final Clock clock;

    /** What it takes, in one transaction. */
    public record Desk(AuditSeals seals, AuditTrail trail) {}

    /** @param kept for how long rows are kept at least */
    public TrimRecord(Transactions<Desk> transactions, Duration kept, Clock clock) {
        this.transactions = transactions;
        this.kept = kept;
        this.clock = clock;
    }

    /** A bounded number of rows a transaction. */
    public void run() {
        while (transactions.run(this::batch) == SEALS) {
            // the next one
        }
    }

    private int batch(Desk desk) {
        Instant end = clock.instant().minus(kept);
        long removed = desk.seals().lock().removed();
        List<Seal> old = desk.seals().after(removed, SEALS).stream()
                .takeWhile(seal -> seal.newest().isBefore(end))
                .toList();
        if (!old.isEmpty()) {
            int rows = desk.seals().remove(old);
            desk.trail().record(Caller.SYSTEM, removal(old, rows));
        }
        return old.size();
    }

    private Change removal(List<Seal> old, int rows) {
        Seal last = old.get(old.size() - 1);
        return Change.of(AuditChange.RECORD_TRIMMED)
                .from(Snapshot.EMPTY
                        .with("firstSeal", old.get(0).number())
                        .with("lastSeal", last.number())
                        .with("lastSealHash", last.hash())
                        .with("rows", rows)
                        .withTime("newest", old.stream().map(Seal::newest).max(Instant::compareTo)))
                .because(Optional.of("kept for " + kept.toDays() + " days"));
    }
}
