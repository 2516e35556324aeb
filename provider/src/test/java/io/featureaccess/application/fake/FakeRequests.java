package io.featureaccess.application.fake;

import io.featureaccess.application.port.Requests;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests in memory; what is pending lapses by itself, and grants are not followed. */
public final class FakeRequests implements Requests {

    private final Map<RequestId, AccessRequest> byId = new LinkedHashMap<>();
    private final Set<RequestId> recorded = new HashSet<>();
    private final Set<RequestId> secret = new HashSet<>();

    /** As if the request's node had become secret. */
    public void hide(RequestId id) {
        secret.add(id);
    }

    @Override
    public void add(AccessRequest pending) {
        byId.put(pending.id(), pending);
    }

    @Override
    public Optional<AccessRequest> find(RequestId id, Instant at) {
        return Optional.ofNullable(byId.get(id)).map(request -> at(request, at));
    }

    @Override
    public Optional<AccessRequest> lock(RequestId id, Instant at) {
        return find(id, at);
    }

    @Override
    public Optional<AccessRequest> pending(NodeId node, PrincipalId principal, Role role, Instant at) {
        return all(at).stream()
                .filter(request -> request.state() == RequestState.PENDING)
                .filter(request -> request.node().orElseThrow().id().equals(node))
                .filter(request -> request.principal().id().equals(principal)
                        && request.asked().role() == role)
                .findFirst();
    }

    @Override
    public void update(AccessRequest stepped) {
        byId.put(stepped.id(), stepped);
    }

    @Override
    public List<AccessRequest> of(PrincipalId principal, RequestFilter filter, PageRequest page, Instant at) {
        return all(at).stream()
                .filter(request -> request.principal().id().equals(principal))
                .filter(request -> filter.states().contains(request.state()))
                .toList();
    }

    @Override
    public List<Located> manageable(
            PrincipalId reader, boolean glassBroken, RequestFilter filter, PageRequest page, Instant at) {
        return all(at).stream()
                .filter(request -> filter.states().contains(request.state()))
                .map(request -> new Located(request, secret.contains(request.id())))
                .filter(located -> glassBroken || !located.secret())
                .toList();
    }

    @Override
    public List<Located> unrecorded(Instant at, int max) {
        return all(at).stream()
                .filter(request -> request.state() == RequestState.EXPIRED && !recorded.contains(request.id()))
                .limit(max)
                .map(request -> new Located(request, secret.contains(request.id())))
                .toList();
    }

    @Override
    public void record(Set<RequestId> ended, Instant at) {
        recorded.addAll(ended);
    }

    private List<AccessRequest> all(Instant at) {
        return byId.values().stream().map(request -> at(request, at)).toList();
    }

    private static AccessRequest at(AccessRequest request, Instant at) {
        boolean lapsed = request.pendingUntil().filter(end -> !end.isAfter(at)).isPresent();
        return !lapsed
                ? request
                : new AccessRequest(
                        request.id(),
                        request.origin(),
                        request.node(),
                        request.principal(),
                        request.asked(),
                        request.terms(),
                        request.reason(),
                        request.createdAt(),
                        RequestState.EXPIRED,
                        Optional.empty(),
                        request.answer(),
                        request.grant(),
                        request.ending());
    }
}
