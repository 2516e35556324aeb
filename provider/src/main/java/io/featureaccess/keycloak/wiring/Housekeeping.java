package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.expiry.AnnounceEnds;
import io.featureaccess.application.notice.AddressLetters;
import io.featureaccess.application.notice.Mailroom;
import io.featureaccess.application.notice.SendLetters;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.keycloak.mail.RealmPostman;
import io.featureaccess.keycloak.mail.ThemedStationery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What is done in the background, and in which order: what makes letters comes before the letters. */
final class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final InRealms realms;
    private final Patience patience;
    private final Clock clock;

    Housekeeping(InRealms realms, Patience patience, Clock clock) {
        this.realms = realms;
        this.patience = patience;
        this.clock = clock;
    }

    List<Runnable> steps() {
        return List.of(this::announceEnds, this::sendLetters);
    }

    private void announceEnds() {
        realms.each(
                due -> due.endsComing(clock.instant(), clock.instant().plus(AnnounceEnds.BEFORE)),
                realm -> new AnnounceEnds(
                                realms.transactions(
                                        realm,
                                        in -> new AnnounceEnds.Desk(
                                                in.adapters().comingEnds(),
                                                in.adapters().outbox())),
                                clock)
                        .run());
    }

    private void sendLetters() {
        realms.each(due -> due.lettersDue(clock.instant()), this::sendLetters);
    }

    private void sendLetters(String realm) {
        Transactions<Mailroom> mailroom = realms.transactions(realm, Housekeeping::mailroom);
        Map<String, String> server =
                realms.transactions(realm, in -> in.adapters().mailServer()).run(Map::copyOf);
        if (server.isEmpty()) {
            mailroom.run(room -> room.letters().clear());
            return;
        }
        new AddressLetters(mailroom, clock).run();
        RealmPostman postman = new RealmPostman(realms.factory(), realm, server);
        new SendLetters(mailroom, postman, patience, clock, letter -> givenUp(realm, letter)).run();
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
