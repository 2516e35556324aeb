package io.featureaccess.domain.request;

import static io.featureaccess.domain.request.RequestState.EXPIRED;
import static io.featureaccess.domain.request.RequestState.GRANTED;
import static io.featureaccess.domain.request.RequestState.PENDING;
import static io.featureaccess.domain.request.RequestState.REJECTED;
import static io.featureaccess.domain.request.RequestState.REVOKED;
import static io.featureaccess.domain.request.RequestState.WITHDRAWN;

import io.featureaccess.domain.problem.DomainProblem;

/** The table of legal transitions. A step that begins elsewhere is refused, and the code of the refusal says why. */
public enum RequestStep {
    APPROVE(PENDING, GRANTED),
    REJECT(PENDING, REJECTED),
    WITHDRAW(PENDING, WITHDRAWN),
    /** Nobody answered in time, or nobody can any more. */
    LAPSE(PENDING, EXPIRED),
    /** The grant was taken, by whichever way. */
    REVOKE(GRANTED, REVOKED),
    /** The grant's own end came. */
    RUN_OUT(GRANTED, EXPIRED);

    private final RequestState from;
    private final RequestState to;

    RequestStep(RequestState from, RequestState to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Where the step leads from there.
     *
     * @throws DomainProblem {@code not-pending} or {@code not-granted} where it does not begin there
     */
    public RequestState from(RequestState state) {
        if (state != from) {
            throw from == PENDING ? DomainProblem.notPending(state.id()) : DomainProblem.notGranted(state.id());
        }
        return to;
    }
}
