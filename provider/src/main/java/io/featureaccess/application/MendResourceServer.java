package io.featureaccess.application;

import io.featureaccess.application.port.ResourceServer;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;

/** Puts back what somebody deleted or changed of the resource server; for admins, and always on record. */
public final class MendResourceServer {

    private final Admins admins;
    private final ResourceServer server;
    private final AuditTrail trail;

    public MendResourceServer(Admins admins, ResourceServer server, AuditTrail trail) {
        this.admins = admins;
        this.server = server;
        this.trail = trail;
    }

    /**
     * @return how many resources of nodes were written again
     * @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} without a resource server
     */
    public long mend(Caller caller) {
        admins.require(caller, "repairs of the resource server");
        long written = server.mend();
        trail.record(
                caller, Change.of(AuditChange.RESOURCE_SERVER_MENDED).to(Snapshot.EMPTY.with("resourcesWritten", (int)
                        written)));
        return written;
    }
}
