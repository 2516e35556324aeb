package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.audit.AuditQuestion;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Verification;
import io.featureaccess.domain.principal.Caller;
import java.util.Iterator;
import java.util.List;

/** The record of changes: for admins, and that of a node for whoever has {@code manage-access} on it. */
public interface AuditApi {

    /** Newest first. */
    List<AuditRow> page(Caller caller, AuditQuestion question, int max);

    /** Refuses whom the export would refuse; for doors that cannot refuse any more once they write. */
    void requireReadable(Caller caller, AuditQuestion question);

    /**
     * Looks at all seals and rows, which takes as long as there are many, and names the first that does not fit; for admins.
     */
    Verification verify(Caller caller);

    /** All rows, newest first, read as they are asked for. */
    Iterator<AuditRow> export(Caller caller, AuditQuestion question);
}
