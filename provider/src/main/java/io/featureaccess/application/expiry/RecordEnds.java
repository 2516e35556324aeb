package io.featureaccess.application.expiry;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.Snapshots;
import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.application.port.GrantEnds.EndingGrant;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts on record that grants have ended, and tells their holders. They did not count any more from that instant on, whether or not this has run; it is
 * for whoever reads the record.
 */
public final class RecordEnds {

    private static final int AT_ONCE = 100;

    private final Transactions<Desk> transactions;
    private final Clock clock;

    /** What it takes, in one transaction. */
    public record Desk(GrantEnds ends, AuditTrail trail, Outbox outbox) {}

    public RecordEnds(Transactions<Desk> transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records all that have ended, a bounded number a transaction. */
    public void run() {
        transactions.runInBatches(AT_ONCE, this::batch);
    }

    private int batch(Desk desk) {
        Instant now = clock.instant();
        List<EndingGrant> ended = desk.ends().unrecorded(now, AT_ONCE);
        Set<GrantId> ids = ended.stream().map(end -> end.grant().id()).collect(Collectors.toSet());
        desk.ends().recorded(ids, now);
        desk.trail()
                .record(Caller.SYSTEM, ended.stream().map(RecordEnds::change).toList());
        desk.outbox().put(ended.stream().map(RecordEnds::notice).toList());
        return ended.size();
    }

    private static Notice notice(EndingGrant end) {
        Grant grant = end.grant();
        return Notice.ended(
                end.node().map(AuditRow.Subject::id),
                end.holder(),
                grant.role(),
                grant.expiresAt().orElseThrow());
    }

    private static Change change(EndingGrant end) {
        Change change = Change.of(AuditChange.GRANT_EXPIRED).about(end.holder()).from(Snapshots.of(end.grant()));
        return end.node().map(change::on).orElse(change);
    }
}
