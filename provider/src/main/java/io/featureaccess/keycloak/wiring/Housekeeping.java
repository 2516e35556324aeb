package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.expiry.AnnounceEnds;
import io.featureaccess.application.expiry.RecordEnds;
import io.featureaccess.application.expiry.RecordRequestEnds;
import io.featureaccess.application.notice.AddressLetters;
import io.featureaccess.application.notice.Mailroom;
import io.featureaccess.application.notice.SendLetters;
import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.record.RecordDenials;
import io.featureaccess.application.record.SealRecord;
import io.featureaccess.application.record.TrimRecord;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.decision.Denial;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.keycloak.mail.RealmPostman;
import io.featureaccess.keycloak.mail.ThemedStationery;
import io.featureaccess.keycloak.spi.RealmAttributes;
import io.featureaccess.storage.DueRealms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is done in the background, and in which order: what makes letters comes before the letters. */
final class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final int DENIALS_AT_ONCE = 50;

    private final InRealms realms;
    private final Patience patience;
    private final DenialQueue denials;
    private final Clock clock;

    Housekeeping(InRealms realms, Patience patience, DenialQueue denials, Clock clock) {
        this.realms = realms;
        this.patience = patience;
        this.denials = denials;
        this.clock = clock;
    }

    List<Runnable> steps() {
        return List.of(
                this::recordEnds,
                this::recordRequestEnds,
                this::announceEnds,
                this::recordDenials,
                this::sendLetters,
                this::sealRecords,
                this::trimRecords);
    }

    private void recordEnds() {
        realms.each(due -> due.endsUnrecorded(clock.instant()), realm -> new RecordEnds(
                        realms.transactionsWhileKept(
                                realm,
                                in -> new RecordEnds.Desk(
                                        in.adapters().grantEnds(),
                                        trail(in),
                                        in.adapters().outbox())),
                        clock)
                .run());
    }

    private void recordRequestEnds() {
        realms.each(due -> due.requestsUnrecorded(clock.instant()), realm -> new RecordRequestEnds(
                        realms.transactionsWhileKept(
                                realm,
                                in -> new RecordRequestEnds.Desk(
                                        in.adapters().requests(),
                                        trail(in),
                                        in.adapters().outbox())),
                        clock)
                .run());
    }

    private void announceEnds() {
        realms.each(
                due -> due.endsComing(clock.instant(), clock.instant().plus(AnnounceEnds.BEFORE)),
                realm -> new AnnounceEnds(
                                realms.transactionsWhileKept(
                                        realm,
                                        in -> new AnnounceEnds.Desk(
                                                in.adapters().grantEnds(),
                                                in.adapters().outbox())),
                                clock)
                        .run());
    }

    private void recordDenials() {
        denials.take().forEach((realm, all) -> InRealms.inOne(realm, id -> recordDenials(id, all)));
        long missed = denials.missed();
        if (missed > 0) {
            LOG.warnf("%d denials came faster than they could be recorded, and are not on record", missed);
        }
    }

    private void recordDenials(String realm, List<Denial> all) {
        Transactions<RecordDenials> record = realms.transactionsWhileKept(
                realm,
                in -> new RecordDenials(in.adapters().directory(), in.adapters().facts(), trail(in), clock));
        for (int from = 0; from < all.size(); from += DENIALS_AT_ONCE) {
            List<Denial> some = all.subList(from, Math.min(all.size(), from + DENIALS_AT_ONCE));
            record.run(use -> {
                use.record(some);
                return some.size();
            });
        }
    }

    private void sendLetters() {
        realms.each(due -> due.lettersDue(clock.instant()), this::sendLetters);
    }

    private void sendLetters(String realm) {
        Transactions<Mailroom> mailroom = realms.transactionsWhileKept(realm, Housekeeping::mailroom);
        Map<String, String> server = realms.transactionsWhileKept(
                        realm, in -> in.adapters().mailServer())
                .run(Map::copyOf);
        if (server.isEmpty()) {
            mailroom.run(room -> room.letters().clear());
            return;
        }
        new AddressLetters(mailroom, clock).run();
        RealmPostman postman = new RealmPostman(realms.factory(), realm, server);
        new SendLetters(mailroom, postman, patience, clock, letter -> givenUp(realm, letter)).run();
    }

    private void sealRecords() {
        realms.each(DueRealms::unsealed, this::sealRecord);
    }

    private void sealRecord(String realm) {
        Transactions<AuditSeals> seals =
                realms.transactionsWhileKept(realm, in -> in.adapters().auditSeals());
        new SealRecord(seals, clock, seal -> sealed(realm, seal)).run();
    }

    /** To be kept where whoever can change the database cannot change it. */
    private static void sealed(String realm, Seal seal) {
        LOG.infof("Audit seal %d of realm %s over %d rows: %s", seal.number(), realm, seal.rows(), seal.hash());
    }

    private void trimRecords() {
        realms.each(due -> due.keptForATime(RealmAttributes.AUDIT_RETENTION_DAYS), this::trimRecord);
    }

    private void trimRecord(String realm) {
        int days = realms.transactionsWhileKept(realm, InRealms.InRealm::realm).run(RealmNumbers::auditRetentionDays);
        if (days > 0) {
            Transactions<TrimRecord.Desk> record = realms.transactionsWhileKept(realm, this::recordDesk);
            new TrimRecord(record, Duration.ofDays(days), clock).run();
        }
    }

    private TrimRecord.Desk recordDesk(InRealms.InRealm in) {
        return new TrimRecord.Desk(in.adapters().auditSeals(), trail(in));
    }

    private AuditTrail trail(InRealms.InRealm in) {
        return new AuditTrail(in.adapters().auditLog(), in.adapters().notices(), clock);
    }

    private static void givenUp(String realm, Letter letter) {
        LOG.errorf(
                "Letter %s (%s) of realm %s was tried %d times and is given up",
                letter.id(), letter.notice().kind().id(), realm, letter.attempts() - 1);
    }

    private static Mailroom mailroom(InRealms.InRealm in) {
        return new Mailroom(
                in.adapters().letters(),
                in.adapters().recipients(),
                in.adapters().facts(),
                new ThemedStationery(in.session(), in.realm()));
    }
}
