package io.featureaccess.application.port;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requests of one realm and what they and grants became. Grants come to be permissions, and end as such, when they are
 * written and removed: see {@link Grants}. A state is that of the instant asked about, whether or not anybody has written
 * down that time has passed or that a grant went with its user.
 */
public interface Requests {

    /** Adds a pending request. */
    void add(AccessRequest pending);

    Optional<AccessRequest> find(RequestId id, Instant at);

    /** The same, locked until the transaction ends: of two answers at once, the second finds what the first made of it. */
    Optional<AccessRequest> lock(RequestId id, Instant at);

    /** The principal's request for that role on that node that nobody has answered, and which has not lapsed. */
    Optional<AccessRequest> pending(NodeId node, PrincipalId principal, Role role, Instant at);

    /**
     * Writes what a step made of a request that is locked. Of an approved one the grant may still have to be added, in the same
     * transaction: it then becomes no permission of its own.
     */
    void update(AccessRequest stepped);

    /**
     * Those of the principal itself, in the filter's order. What is about a node that is gone, or hidden from the principal, is left
     * out.
     */
    List<AccessRequest> of(PrincipalId principal, RequestFilter filter, PageRequest page, Instant at);

    /**
     * Those on nodes where the reader has {@code manage-access}, in the filter's order; of what was asked for, only what others asked
     * for, and no service account that the reader created. An admin also reads those of nodes that are gone and were not
     * secret, and of all workspaces.
     *
     * @param glassBroken whether the reader is an admin who reads with the glass broken, and so has nothing left out
     */
    List<Located> manageable(
            PrincipalId reader, boolean glassBroken, RequestFilter filter, PageRequest page, Instant at);

    /**
     * Those that have ended and of which nobody writes it down elsewhere: requests that nobody answered in time, and requests
     * and permissions that Keycloak took with their user or group. Grants that run out are {@link GrantEnds}.
     */
    List<Located> unrecorded(Instant at, int max);

    /**
     * Writes down the ends of such.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code changed-meanwhile} where somebody else ended any of them
     */
    void record(Set<RequestId> ended, Instant at);

    /** @param secret whether the node is, or was when it went, hidden from all but its owners */
    record Located(AccessRequest request, boolean secret) {}
}
