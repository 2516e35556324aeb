package io.featureaccess.application.expiry;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.Snapshots;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestState;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts on record that requests have lapsed, which those who asked are told, and that Keycloak took grants with their user or
 * group. Both were over from that
 * instant on, whether or not this has run.
 */
public final class RecordRequestEnds {

    private static final int AT_ONCE = 100;

    private final Transactions<Desk> transactions;
    private final Clock clock;

    /** What it takes, in one transaction. */
    public record Desk(Requests requests, AuditTrail trail, Outbox outbox) {}

    public RecordRequestEnds(Transactions<Desk> transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records all that have ended, a bounded number a transaction. */
    public void run() {
        transactions.runInBatches(AT_ONCE, this::batch);
    }

    private int batch(Desk desk) {
        Instant now = clock.instant();
        List<Located> ended = desk.requests().unrecorded(now, AT_ONCE);
        Set<RequestId> ids = ended.stream().map(one -> one.request().id()).collect(Collectors.toSet());
        desk.requests().record(ids, now);
        // A request may have become a grant that was there: that is one grant, with two permissions.
        Set<GrantId> grants = new HashSet<>();
        desk.trail()
                .record(
                        Caller.SYSTEM,
                        ended.stream()
                                .filter(one ->
                                        one.request().grant().map(grants::add).orElse(true))
                                .map(RecordRequestEnds::change)
                                .toList());
        desk.outbox().put(ended.stream().flatMap(RecordRequestEnds::notice).toList());
        return ended.size();
    }

    /** To whom asked, where nobody answered: whoever is gone, or had a group that is gone, is not told. */
    private static Stream<Notice> notice(Located ended) {
        AccessRequest request = ended.request();
        return request.grant().isPresent()
                ? Stream.empty()
                : request.node().stream()
                        .map(node -> Notice.requestLapsed(
                                node.id(), request.principal(), request.asked().role()));
    }

    private static Change change(Located ended) {
        AccessRequest request = ended.request();
        Change change = Change.of(kind(request))
                .about(request.principal())
                .from(request.grant().isPresent() ? Snapshots.ofGrantIn(request) : Snapshots.of(request));
        return request.node()
                .map(node -> change.on(new AuditRow.Subject(node.id(), node.path(), ended.secret())))
                .orElse(change);
    }

    private static AuditChange kind(AccessRequest request) {
        if (request.grant().isEmpty()) {
            return AuditChange.REQUEST_EXPIRED;
        }
        return request.state() == RequestState.EXPIRED ? AuditChange.GRANT_EXPIRED : AuditChange.GRANT_REMOVED;
    }
}
