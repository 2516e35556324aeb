package io.featureaccess.application.request;

import io.featureaccess.application.request.RequestGate.Own;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestId;
import java.time.Clock;
import java.util.Optional;

/** Takes back what one asked for and nobody answered. */
public final class WithdrawRequest {

    private final RequestGate gate;
    private final RequestRecord record;
    private final Clock clock;

    public WithdrawRequest(RequestGate gate, RequestRecord record, Clock clock) {
        this.gate = gate;
        this.record = record;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code not-found}; {@code forbidden} for others than the one who asked; {@code not-pending} */
    public AccessRequest withdraw(Caller caller, RequestId id, Optional<String> reason) {
        Own own = gate.lockOwn(caller, id);
        Ending how = new Ending(Ending.Cause.WITHDRAWN, Optional.of(Actor.of(caller)), clock.instant(), reason);
        AccessRequest withdrawn = own.request().withdrawn(how);
        record.withdrawn(caller, own.request(), withdrawn, own.subject());
        return withdrawn;
    }
}
