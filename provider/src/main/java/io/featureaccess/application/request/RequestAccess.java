package io.featureaccess.application.request;

import io.featureaccess.application.GrantSites;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Requests;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Requestable;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.AlreadyHeld;
import io.featureaccess.domain.request.AskedAccess;
import io.featureaccess.domain.request.RequestedNode;
import io.featureaccess.domain.request.WantedAccess;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Asks for a role on a node that one sees. Asking twice is asking once. */
public final class RequestAccess {

    private final GrantSites sites;
    private final Directory directory;
    private final Requests requests;
    private final RequestRecord record;
    private final TimeToAnswer time;

    public RequestAccess(
            GrantSites sites, Directory directory, Requests requests, RequestRecord record, TimeToAnswer time) {
        this.sites = sites;
        this.directory = directory;
        this.requests = requests;
        this.record = record;
        this.time = time;
    }

    /**
     * @return the request, or the one that is pending already for the same role
     * @throws DomainProblem {@code no-such-node}; {@code not-requestable}; {@code expiry-in-past}; {@code already-granted}
     */
    public AskedAccess ask(Caller caller, NodeRef ref, WantedAccess wanted) {
        NodeGate.Entry entry = sites.toAsk(caller, ref);
        Facts facts = entry.facts();
        Instant now = time.now().truncatedTo(ChronoUnit.MILLIS);
        if (!Requestable.is(facts)) {
            throw DomainProblem.notRequestable();
        }
        requireFuture(wanted, now);
        PrincipalId principal = caller.principal();
        Optional<AccessRequest> pending = requests.pending(entry.node().id(), principal, wanted.role(), now);
        if (pending.isPresent()) {
            return new AskedAccess(pending.get(), false);
        }
        if (AlreadyHeld.covers(facts, wanted.terms())) {
            throw DomainProblem.alreadyGranted(wanted.role().id());
        }
        AccessRequest request = AccessRequest.asked(
                new RequestedNode(entry.node().id(), entry.node().path()),
                directory.find(Set.of(principal)).get(principal),
                wanted.terms(),
                wanted.reason(),
                now,
                time.until(now, wanted.expiresAt()));
        record.made(caller, request, entry.subject());
        return new AskedAccess(request, true);
    }

    private static void requireFuture(WantedAccess wanted, Instant now) {
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw DomainProblem.of(
                    ProblemCode.EXPIRY_IN_PAST,
                    "expiresAt",
                    "'expiresAt' has to be in the future: nothing is asked for");
        }
    }
}
