package io.featureaccess.application.record;

import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.AuditSeals.UnsealedRow;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.SealHead;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Seals the rows that were committed since the last time, in batches of a transaction each. */
public final class SealRecord {

    /** Also what a verification holds in memory at once, in hashes. */
    static final int ROWS = 500;

    private final Transactions<AuditSeals> transactions;
    private final Clock clock;
    private final Consumer<Seal> made;

    /** @param made told of each seal once it is committed; also beyond the reach of whoever can change the database */
    public SealRecord(Transactions<AuditSeals> transactions, Clock clock, Consumer<Seal> made) {
        this.transactions = transactions;
        this.clock = clock;
        this.made = made;
    }

    public void run() {
        Optional<Seal> seal;
        do {
            seal = transactions.run(this::next);
            seal.ifPresent(made);
        } while (seal.filter(full -> full.rows() == ROWS).isPresent());
    }

    private Optional<Seal> next(AuditSeals seals) {
        SealHead head = seals.lock();
        List<UnsealedRow> rows = seals.unsealed(ROWS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> hashes = rows.stream().map(UnsealedRow::hash).toList();
        Instant newest =
                rows.stream().map(UnsealedRow::at).max(Instant::compareTo).orElseThrow();
        Seal seal = Seal.after(head, seals.realm(), hashes, clock.instant().truncatedTo(ChronoUnit.MICROS), newest);
        seals.add(seal, rows.stream().map(UnsealedRow::id).collect(Collectors.toSet()));
        return Optional.of(seal);
    }
}
