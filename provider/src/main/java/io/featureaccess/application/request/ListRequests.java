package io.featureaccess.application.request;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestedNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one asked for and holds, and what one may answer and revoke. */
public final class ListRequests {

    private final Requests requests;
    private final Directory directory;
    private final AuditTrail trail;
    private final Clock clock;

    public ListRequests(Requests requests, Directory directory, AuditTrail trail, Clock clock) {
        this.requests = requests;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** The caller's own. */
    public List<AccessRequest> mine(Caller caller, RequestFilter filter, PageRequest page) {
        return requests.of(caller.principal(), filter, page, clock.instant());
    }

    /**
     * Those on nodes where the caller has {@code manage-access}. An admin who breaks the glass reads about secret
     * nodes too, and each that is shown goes on record.
     */
    public List<AccessRequest> manageable(Caller caller, RequestFilter filter, PageRequest page) {
        boolean glassBroken = caller.breakGlass().isPresent() && directory.isAdmin(caller.principal());
        List<Located> found = requests.manageable(caller.principal(), glassBroken, filter, page, clock.instant());
        if (glassBroken) {
            trail.record(caller, looks(caller, found));
        }
        return found.stream().map(Located::request).toList();
    }

    private static List<Change> looks(Caller caller, List<Located> found) {
        Set<NodeId> seen = new HashSet<>();
        return found.stream()
                .filter(Located::secret)
                .flatMap(one -> one.request().node().stream())
                .filter(node -> seen.add(node.id()))
                .map(node -> Change.of(AuditChange.BREAK_GLASS).on(secret(node)).because(caller.breakGlass()))
                .toList();
    }

    private static AuditRow.Subject secret(RequestedNode node) {
        return new AuditRow.Subject(node.id(), node.path(), true);
    }
}
