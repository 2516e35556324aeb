package io.featureaccess.application.fake;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        return newestFirst.stream()
                .filter(row ->
                        query.node().isEmpty() || isUnder(row, query.node().get()))
                .filter(row -> query.change().isEmpty()
                        || row.change() == query.change().get())
                .limit(query.max())
                .toList();
    }

    private static boolean isUnder(AuditRow row, NodePath path) {
        return row.node().filter(node -> node.path().lineage().contains(path)).isPresent();
    }
}
