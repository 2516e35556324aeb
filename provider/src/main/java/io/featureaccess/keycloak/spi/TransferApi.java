package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.transfer.ImportOptions;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import java.util.Iterator;
import java.util.function.Consumer;

/** A realm's nodes and grants, copied out and written back; an admin's right. */
public interface TransferApi {

    /**
     * Checks that the caller may export, and records what the export will show of secret nodes. Nothing may be shown before
     * this is committed.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code forbidden}
     */
    void beginExport(Caller caller);

    /**
     * Hands over the header, all nodes with their grants as they were at one moment, and the end. Secret nodes, and what is
     * below them, are left out unless the caller breaks the glass.
     *
     * @param withAudit whether audit rows come before the end, as far as the caller may read them
     */
    void export(Caller caller, boolean withAudit, Consumer<TransferLine> lines);

    /**
     * Adds what is missing and changes what differs; takes nothing away. Importing the same lines again changes nothing.
     *
     * @param lines read once, in order; what the iterator throws ends the import
     * @throws io.featureaccess.domain.problem.DomainProblem that names the line at fault
     */
    ImportReport importLines(Caller caller, Iterator<Numbered<TransferLine>> lines, ImportOptions options);
}
