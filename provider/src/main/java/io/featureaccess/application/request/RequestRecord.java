package io.featureaccess.application.request;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.Snapshots;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Requests;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Answer;
import java.util.List;
import java.util.Optional;

/** Writes what a step makes of a request, with its row of the record and what people are told of it. */
public final class RequestRecord {

    private final Requests requests;
    private final AuditTrail trail;
    private final Outbox outbox;

    public RequestRecord(Requests requests, AuditTrail trail, Outbox outbox) {
        this.requests = requests;
        this.trail = trail;
        this.outbox = outbox;
    }

    void made(Caller by, AccessRequest pending, AuditRow.Subject on) {
        requests.add(pending);
        trail.record(
                by,
                change(AuditChange.REQUEST_MADE, pending, on)
                        .to(Snapshots.of(pending))
                        .because(pending.reason()));
        outbox.put(List.of(Notice.requestMade(
                on.id(),
                pending.principal(),
                pending.asked().role(),
                pending.reason(),
                pending.asked().expiresAt())));
    }

    /** Before its grant is written, which then becomes no permission of its own. */
    void approved(Caller by, AccessRequest pending, AccessRequest granted, AuditRow.Subject on) {
        requests.update(granted);
        trail.record(
                by,
                change(AuditChange.REQUEST_APPROVED, pending, on)
                        .from(Snapshots.of(pending))
                        .to(Snapshots.of(granted))
                        .because(answerReason(granted)));
        outbox.put(List.of(Notice.requestGranted(
                on.id(),
                granted.principal(),
                granted.terms().role(),
                answerReason(granted),
                granted.terms().expiresAt())));
    }

    void rejected(Caller by, AccessRequest pending, AccessRequest rejected, AuditRow.Subject on) {
        requests.update(rejected);
        trail.record(
                by,
                change(AuditChange.REQUEST_REJECTED, pending, on)
                        .from(Snapshots.of(pending))
                        .because(answerReason(rejected)));
        outbox.put(List.of(Notice.requestRejected(
                on.id(), pending.principal(), pending.asked().role(), answerReason(rejected))));
    }

    void withdrawn(Caller by, AccessRequest pending, AccessRequest withdrawn, AuditRow.Subject on) {
        requests.update(withdrawn);
        trail.record(
                by,
                change(AuditChange.REQUEST_WITHDRAWN, pending, on)
                        .from(Snapshots.of(pending))
                        .because(withdrawn.ending().orElseThrow().reason()));
    }

    private static Optional<String> answerReason(AccessRequest answered) {
        return answered.answer().flatMap(Answer::reason);
    }

    private static Change change(AuditChange kind, AccessRequest request, AuditRow.Subject on) {
        return Change.of(kind).on(on).about(request.principal());
    }
}
