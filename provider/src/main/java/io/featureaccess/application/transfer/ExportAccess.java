package io.featureaccess.application.transfer;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.transfer.TransferLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Copies all nodes and grants of a realm out, an admin's right. */
public final class ExportAccess {

    private static final int PAGE = 500;

    private final Transfers transfers;
    private final Directory directory;
    private final AuditLog log;
    private final AuditTrail trail;

    public ExportAccess(Transfers transfers, Directory directory, AuditLog log, AuditTrail trail) {
        this.transfers = transfers;
        this.directory = directory;
        this.log = log;
        this.trail = trail;
    }

    /**
     * Checks the right to export and records the looks at secret nodes that it means, before anything is shown. The caller
     * commits, and then lets {@link #copy} go on.
     *
     * @throws DomainProblem {@code forbidden} for anybody but admins
     */
    public void begin(Caller caller) {
        if (!directory.isAdmin(caller.principal())) {
            throw DomainProblem.forbidden("only an admin may export a realm's nodes and grants");
        }
        caller.breakGlass().ifPresent(reason -> recordLooks(caller, reason));
    }

    private void recordLooks(Caller caller, String reason) {
        Optional<NodePath> after = Optional.empty();
        List<Node> page;
        do {
            page = transfers.secretNodes(after, PAGE);
            trail.record(caller, page.stream().map(node -> look(node, reason)).toList());
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).path());
        } while (page.size() == PAGE);
    }

    private static Change look(Node node, String reason) {
        return Change.of(AuditChange.BREAK_GLASS)
                .on(new AuditRow.Subject(node.id(), node.path(), true))
                .to(Snapshot.EMPTY.with("by", "export"))
                .because(Optional.of(reason));
    }

    /**
     * Hands the lines over, from the header to the end, holding a batch of them at a time.
     *
     * @param withAudit whether the record of changes is among them, as far as the caller may read it
     */
    public void copy(Caller caller, TransferLine.Header header, boolean withAudit, Consumer<TransferLine> lines) {
        lines.accept(header);
        LineWriter writer = new LineWriter(directory, lines);
        transfers.copy(caller.breakGlass().isPresent(), writer);
        writer.flush();
        if (withAudit) {
            copyAudit(caller, lines);
        }
        lines.accept(writer.end());
    }

    private void copyAudit(Caller caller, Consumer<TransferLine> lines) {
        Optional<PrincipalId> reader =
                caller.breakGlass().isPresent() ? Optional.empty() : Optional.of(caller.principal());
        Optional<String> cursor = Optional.empty();
        List<AuditRow> page;
        do {
            page = log.read(everything(reader, cursor));
            page.forEach(row -> lines.accept(new TransferLine.AuditLine(Optional.of(row))));
            cursor = page.isEmpty()
                    ? cursor
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == PAGE);
    }

    private static AuditLog.Query everything(Optional<PrincipalId> reader, Optional<String> cursor) {
        return new AuditLog.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reader,
                cursor,
                PAGE);
    }
}
