package io.featureaccess.application.notice;

import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.notice.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the owners of secret nodes when somebody broke the glass there: with each such row, and so never without one. */
public final class TellOwners implements ChangeNotices {

    private final Outbox outbox;

    public TellOwners(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(List<AuditRow> rows) {
        List<Notice> notices = rows.stream()
                .filter(row -> row.change() == AuditChange.BREAK_GLASS)
                .flatMap(TellOwners::notice)
                .toList();
        if (!notices.isEmpty()) {
            outbox.put(notices);
        }
    }

    private static Stream<Notice> notice(AuditRow row) {
        Optional<Notice> notice =
                row.node().map(node -> Notice.glassBroken(node.id(), row.actorId(), row.actor(), row.reason()));
        return notice.stream();
    }
}
