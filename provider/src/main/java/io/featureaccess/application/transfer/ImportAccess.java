package io.featureaccess.application.transfer;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.transfer.ImportOptions;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.Header;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import io.featureaccess.domain.transfer.TransferOrder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Writes a copy of nodes and grants into a realm, an admin's right. It adds what is missing and changes what differs; what
 * the copy does not name stays as it is. All of it happens in the caller's transaction, or nothing does.
 *
 * <p>A copy is a record of what was, so rules about giving somebody a role are not asked again: a grant that sleeps may be
 * written, and a node may come without an owner.
 */
public final class ImportAccess {

    private final Transfers transfers;
    private final AuthorizationResources resources;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    public ImportAccess(
            Transfers transfers, AuthorizationResources resources, Directory directory, AuditTrail trail, Clock clock) {
        this.transfers = transfers;
        this.resources = resources;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param realmId the realm that is written to
     * @param lines read once, one after the other
     * @throws DomainProblem that names the line; the transaction must then be rolled back
     */
    public ImportReport run(
            Caller caller, String realmId, Iterator<Numbered<TransferLine>> lines, ImportOptions options) {
        requireMayImport(caller);
        TransferOrder order = new TransferOrder();
        if (!lines.hasNext()) {
            order.finish();
        }
        Numbered<TransferLine> first = lines.next();
        accept(order, first);
        boolean sameRealm =
                ((Header) first.line()).realmId().filter(realmId::equals).isPresent();
        Run run = new Run(caller, sameRealm, options, selfAccess(caller, options), clock.instant());
        BatchImport batches = new BatchImport(transfers, resources, directory, trail, run);
        ImportReport report = ImportReport.NOTHING;
        Batch batch = new Batch();
        while (lines.hasNext()) {
            Numbered<TransferLine> line = lines.next();
            accept(order, line);
            batch.add(line);
            if (batch.isFull()) {
                report = report.plus(batches.write(batch.lines));
                batch = new Batch();
            }
        }
        order.finish();
        report = report.plus(batches.write(batch.lines));
        trail.record(caller, imported(report, options));
        return report;
    }

    /** Lines that are looked at and written together, and so are in memory together. */
    private static final class Batch {

        private static final int MOST_LINES = 1000;
        private static final long MOST_CHARACTERS = 4_000_000;

        private final List<Numbered<TransferLine>> lines = new ArrayList<>();
        private long characters;

        void add(Numbered<TransferLine> line) {
            if (line.line() instanceof NodeLine || line.line() instanceof GrantLine) {
                lines.add(line);
                characters += line.line().weight();
            }
        }

        boolean isFull() {
            return lines.size() == MOST_LINES || characters > MOST_CHARACTERS;
        }
    }

    private void requireMayImport(Caller caller) {
        if (!directory.isAdmin(caller.principal())) {
            throw DomainProblem.forbidden("only an admin may import nodes and grants");
        }
        // A grant in the file may reach a secret node that the file does not name.
        if (caller.breakGlass().isEmpty()
                && !transfers.secretNodes(Optional.empty(), 1).isEmpty()) {
            throw DomainProblem.of(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    "an import into a realm that has secret nodes may make somebody their owner, and needs a break-glass"
                            + " reason");
        }
    }

    private SelfAccess selfAccess(Caller caller, ImportOptions options) {
        return new SelfAccess(
                caller.principal(),
                directory.groupsOf(caller.principal()),
                options.reason().isPresent());
    }

    private static void accept(TransferOrder order, Numbered<TransferLine> line) {
        line.checking(() -> order.accept(line.line()));
    }

    private static Change imported(ImportReport report, ImportOptions options) {
        Snapshot counts = Snapshot.EMPTY
                .with("nodes", of(report.nodes()))
                .with("grants", of(report.grants()))
                .with("grantsPassedOver", report.grantsPassedOver());
        return Change.of(AuditChange.IMPORTED).to(counts).because(options.reason());
    }

    private static Snapshot of(ImportReport.Count count) {
        return Snapshot.EMPTY
                .with("added", count.added())
                .with("changed", count.changed())
                .with("unchanged", count.unchanged());
    }
}
