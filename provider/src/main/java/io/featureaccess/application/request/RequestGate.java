package io.featureaccess.application.request;

import io.featureaccess.application.GrantSites;
import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestOrigin;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Lets callers to requests and permissions. One that does not exist and one that the caller may not know of are refused alike.
 * The node is always locked before the request, as whoever deletes a node does it.
 */
public final class RequestGate {

    private static final String REQUEST = "request";
    private static final String PERMISSION = "permission";

    private final Requests requests;
    private final GrantSites sites;
    private final NodeGate nodes;
    private final ServiceAccounts accounts;
    private final Clock clock;

    public RequestGate(Requests requests, GrantSites sites, NodeGate nodes, ServiceAccounts accounts, Clock clock) {
        this.requests = requests;
        this.sites = sites;
        this.nodes = nodes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A request that is locked, with its place, and a caller who may answer it. */
    record Opened(AccessRequest request, Site site) {}

    /** A request that is locked, of the caller's own, and the node as rows name it. */
    record Own(AccessRequest request, AuditRow.Subject subject) {}

    /**
     * A request that the caller may answer, as it is before anything is locked.
     *
     * @throws DomainProblem {@code not-found}; {@code own-request}
     */
    AccessRequest answerable(Caller caller, RequestId id) {
        AccessRequest request = asked(id);
        if (isOwn(caller, request)) {
            hiding(REQUEST, () -> nodes.change(caller, nodeOf(request), Action.VIEW));
            throw DomainProblem.ownRequest();
        }
        hiding(REQUEST, () -> nodes.change(caller, nodeOf(request), Action.MANAGE_ACCESS));
        boolean created = accounts.find(request.principal().id())
                .filter(account -> account.creator().id().equals(caller.principal()))
                .isPresent();
        if (created) {
            throw DomainProblem.ownRequest();
        }
        return request;
    }

    /** @throws DomainProblem {@code not-found} where the caller may not answer any more */
    Opened lock(Caller caller, AccessRequest request) {
        Site site = hiding(REQUEST, () -> sites.toChange(caller, GrantPlace.node(nodeOf(request))));
        return new Opened(locked(request), site);
    }

    /** The place above the node of a request, to give a role there too. */
    Site projectOf(Caller caller, AccessRequest request) {
        return sites.toChange(
                caller,
                GrantPlace.node(
                        NodeRef.of(request.node().orElseThrow().path().parent().orElseThrow())));
    }

    /**
     * A request of the caller's own, locked.
     *
     * @throws DomainProblem {@code not-found}; {@code forbidden} for whoever may answer it
     */
    Own lockOwn(Caller caller, RequestId id) {
        AccessRequest request = asked(id);
        if (!isOwn(caller, request)) {
            answerable(caller, id);
            throw DomainProblem.forbidden("only who asked may withdraw a request: others reject it");
        }
        NodeGate.Entry entry = hiding(REQUEST, () -> sites.toAsk(caller, nodeOf(request)));
        return new Own(locked(request), entry.subject());
    }

    /**
     * A permission that the caller may revoke, locked.
     *
     * @throws DomainProblem {@code not-found}; {@code forbidden} about what the caller holds, without {@code manage-access}
     */
    Opened lockPermission(Caller caller, RequestId id) {
        AccessRequest permission =
                requests.find(id, clock.instant()).orElseThrow(() -> DomainProblem.notFound(PERMISSION));
        GrantPlace place = permission
                .node()
                .map(node -> GrantPlace.node(NodeRef.of(node.id())))
                .orElseGet(GrantPlace::allWorkspaces);
        Supplier<Site> enter = () -> sites.toChange(caller, place);
        boolean seen = isOwn(caller, permission) && permission.node().isPresent();
        Site site = seen ? hidingGone(enter) : hiding(PERMISSION, enter);
        return new Opened(locked(permission), site);
    }

    private AccessRequest asked(RequestId id) {
        return requests.find(id, clock.instant())
                .filter(request -> request.origin() == RequestOrigin.REQUEST)
                .orElseThrow(() -> DomainProblem.notFound(REQUEST));
    }

    private AccessRequest locked(AccessRequest request) {
        return requests.lock(request.id(), clock.instant()).orElseThrow(() -> DomainProblem.notFound(REQUEST));
    }

    private static boolean isOwn(Caller caller, AccessRequest request) {
        return request.principal().id().equals(caller.principal());
    }

    private static NodeRef nodeOf(AccessRequest request) {
        return NodeRef.of(request.node().orElseThrow().id());
    }

    private static <T> T hidingGone(Supplier<T> way) {
        try {
            return way.get();
        } catch (DomainProblem refused) {
            throw refused.code() == ProblemCode.NO_SUCH_NODE ? DomainProblem.notFound(PERMISSION) : refused;
        }
    }

    /** Whoever may not manage the node does not learn that there is such a thing on it, also where they see the node. */
    private static <T> T hiding(String what, Supplier<T> way) {
        try {
            return way.get();
        } catch (DomainProblem refused) {
            boolean tells = refused.code() == ProblemCode.NO_SUCH_NODE || refused.code() == ProblemCode.FORBIDDEN;
            throw tells ? DomainProblem.notFound(what) : refused;
        }
    }
}
