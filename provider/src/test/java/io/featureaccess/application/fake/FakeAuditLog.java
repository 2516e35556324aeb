package io.featureaccess.application.fake;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The record in memory; who may read what of it is not its business. */
public final class FakeAuditLog implements AuditLog {

    private final List<AuditRow> rows = new ArrayList<>();

    /** All rows, oldest first. */
    public List<AuditRow> rows() {
        return List.copyOf(rows);
    }

    public List<AuditRow> rows(AuditChange change) {
        return rows.stream().filter(row -> row.change() == change).toList();
    }

    @Override
    public void append(List<AuditRow> more) {
        rows.addAll(more);
    }

    @Override
    public List<AuditRow> read(Query query) {
        List<AuditRow> newestFirst = new ArrayList<>(rows);
        Collections.reverse(newestFirst);
        List<AuditRow> wanted =
                newestFirst.stream().filter(row -> isWanted(row, query)).toList();
        int from = query.cursor()
                .map(cursor -> wanted.stream().map(AuditRow::id).toList().indexOf(cursor) + 1)
                .orElse(0);
        return wanted.stream().skip(from).limit(query.max()).toList();
    }

    /** Of readers it only knows that secret rows are not for them: who owns what, a test says by asking for all. */
    private static boolean isWanted(AuditRow row, Query query) {
        return query.node().map(path -> isUnder(row, path)).orElse(true)
                && query.principal()
                        .map(id -> row.principal().map(Principal::id).equals(Optional.of(id)))
                        .orElse(true)
                && query.actor().map(row.actorId()::equals).orElse(true)
                && query.change().map(row.change()::equals).orElse(true)
                && query.since().map(since -> !row.at().isBefore(since)).orElse(true)
                && query.until().map(row.at()::isBefore).orElse(true)
                && (query.readableBy().isEmpty()
                        || row.node().filter(AuditRow.Subject::secret).isEmpty());
    }

    private static boolean isUnder(AuditRow row, NodePath path) {
        return row.node().filter(node -> node.path().lineage().contains(path)).isPresent();
    }
}
