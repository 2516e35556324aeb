package io.featureaccess.application.request;

import io.featureaccess.application.request.RequestGate.Opened;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.RequestId;
import java.time.Clock;
import java.util.Optional;

/** Says no to a request. */
public final class RejectRequest {

    private final RequestGate gate;
    private final RequestRecord record;
    private final Clock clock;

    public RejectRequest(RequestGate gate, RequestRecord record, Clock clock) {
        this.gate = gate;
        this.record = record;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code not-found}; {@code own-request}; {@code not-pending} */
    public AccessRequest reject(Caller caller, RequestId id, Optional<String> reason) {
        Opened opened = gate.lock(caller, gate.answerable(caller, id));
        Answer answer = new Answer(Actor.of(caller), clock.instant(), reason);
        AccessRequest rejected = opened.request().rejected(answer);
        record.rejected(
                caller, opened.request(), rejected, opened.site().subject().orElseThrow());
        return rejected;
    }
}
