package io.featureaccess.application.expiry;

import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.application.port.GrantEnds.EndingGrant;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.notice.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells holders of grants, once and three days before, that the end comes. */
public final class AnnounceEnds {

    public static final Duration BEFORE = Duration.ofDays(3);

    private static final int AT_ONCE = 100;

    private final Transactions<Desk> transactions;
    private final Clock clock;

    /** What it takes, in one transaction. */
    public record Desk(GrantEnds ends, Outbox outbox) {}

    public AnnounceEnds(Transactions<Desk> transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells all who are to be told now, a bounded number a transaction. */
    public void run() {
        transactions.runInBatches(AT_ONCE, this::batch);
    }

    private int batch(Desk desk) {
        Instant now = clock.instant();
        List<EndingGrant> coming = desk.ends().untold(now, now.plus(BEFORE), AT_ONCE);
        Set<GrantId> ids = coming.stream().map(end -> end.grant().id()).collect(Collectors.toSet());
        desk.ends().told(ids);
        desk.outbox()
                .put(coming.stream()
                        .filter(AnnounceEnds::isNews)
                        .map(AnnounceEnds::notice)
                        .toList());
        return coming.size();
    }

    /** Whoever was given something for less than that knows it. */
    private static boolean isNews(EndingGrant coming) {
        Grant grant = coming.grant();
        return !grant.grantedAt().isAfter(grant.expiresAt().orElseThrow().minus(BEFORE));
    }

    private static Notice notice(EndingGrant coming) {
        Grant grant = coming.grant();
        Optional<NodeId> node =
                grant.target() instanceof GrantTarget.OnNode on ? Optional.of(on.node()) : Optional.empty();
        return Notice.endsSoon(
                node, coming.holder(), grant.role(), grant.expiresAt().orElseThrow());
    }
}
