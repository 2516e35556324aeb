package io.featureaccess.application.port;

import io.featureaccess.domain.audit.AuditRow;
import java.util.List;

/** Tells the realm of recorded changes, beside the record itself: one event a row, in the same transaction. */
public interface ChangeNotices {

    void changed(List<AuditRow> rows);
}
