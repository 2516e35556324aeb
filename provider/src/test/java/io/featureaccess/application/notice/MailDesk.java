package io.featureaccess.application.notice;

import io.featureaccess.application.fake.FakeLetters;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.fake.FakeRecipients;
import io.featureaccess.application.port.Postman;
import io.featureaccess.application.port.Stationery.Written;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.domain.principal.Principal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A realm's mail in memory: a mail server that does as it is told, and what arrived there. */
final class MailDesk implements Postman {

    static final Duration MINUTE = Duration.ofMinutes(1);

    final FakeRealm realm = new FakeRealm();
    final FakeLetters letters = new FakeLetters(realm.clock());
    final FakeRecipients recipients = new FakeRecipients();
    final List<Written> arrived = new ArrayList<>();
    final List<Letter> givenUp = new ArrayList<>();
    final Deque<Outcome> outcomes = new ArrayDeque<>();
    int tried;

    private final Mailroom room = new Mailroom(letters, recipients, realm.facts(), MailDesk::write);

    void address() {
        new AddressLetters(transactions(), realm.clock()).run();
    }

    void send() {
        new SendLetters(transactions(), this, new Patience(MINUTE), realm.clock(), givenUp::add).run();
    }

    void owner(Principal principal) {
        recipients.owner(principal.id());
    }

    List<String> recipients() {
        return letters.all().stream()
                .map(letter -> ((Audience.Person) letter.notice().audience()).id())
                .map(id -> realm.directory().find(Set.of(id)).get(id).name())
                .toList();
    }

    /** Whatever was not told otherwise is sent. */
    @Override
    public Outcome deliver(Written letter) {
        tried++;
        Outcome outcome = outcomes.isEmpty() ? Outcome.SENT : outcomes.pop();
        if (outcome == Outcome.SENT) {
            arrived.add(letter);
        }
        return outcome;
    }

    private Transactions<Mailroom> transactions() {
        return new Transactions<>() {
            @Override
            public <T> T run(Function<Mailroom, T> work) {
                return work.apply(room);
            }
        };
    }

    private static Optional<Written> write(Letter letter, Optional<NodePath> path) {
        String place = path.map(NodePath::toString).orElse("*");
        return Optional.of(new Written(letter.id(), "somebody", place, "", ""));
    }
}
