package io.featureaccess.application.notice;

import io.featureaccess.application.port.Postman;
import io.featureaccess.application.port.Postman.Outcome;
import io.featureaccess.application.port.Stationery.Written;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sends the letters that are due, each with no transaction open. A letter is forgotten after it was sent, so that a server
 * that dies in between sends it again, with the same Message-ID: at least once, and twice only then.
 */
public final class SendLetters {

    /** Longer than any mail server is waited for with one letter: whoever claimed it and does not renew that is dead. */
    static final Duration CLAIMED = Duration.ofMinutes(3);

    private static final int AT_ONCE = 20;

    private final Transactions<Mailroom> transactions;
    private final Postman postman;
    private final Patience patience;
    private final Clock clock;
    private final Consumer<Letter> givenUp;

    /** @param givenUp told of each letter that will not be tried any more */
    public SendLetters(
            Transactions<Mailroom> transactions,
            Postman postman,
            Patience patience,
            Clock clock,
            Consumer<Letter> givenUp) {
        this.transactions = transactions;
        this.postman = postman;
        this.patience = patience;
        this.clock = clock;
        this.givenUp = givenUp;
    }

    /** Sends until nothing is due, or until the mail server does not answer. */
    public void run() {
        boolean more;
        do {
            String claim = UUID.randomUUID().toString();
            List<Letter> letters =
                    transactions.run(room -> room.letters().claimDue(claim, clock.instant(), claimEnd(), AT_ONCE));
            more = sendAll(claim, letters) && letters.size() == AT_ONCE;
        } while (more);
    }

    private boolean sendAll(String claim, List<Letter> letters) {
        for (Letter letter : letters) {
            if (send(claim, letter) == Outcome.UNREACHABLE) {
                letGo(claim);
                return false;
            }
        }
        return true;
    }

    private Outcome send(String claim, Letter letter) {
        if (patience.isOver(letter.attempts() - 1)) {
            givenUp.accept(letter);
            return remove(claim, letter);
        }
        boolean held = transactions.run(room -> room.letters().renew(letter.id(), claim, claimEnd()));
        if (!held) {
            return Outcome.SENT;
        }
        Optional<Written> written = transactions.run(room -> write(room, letter));
        if (written.isEmpty()) {
            return remove(claim, letter);
        }
        Outcome outcome = postman.deliver(written.get());
        return outcome == Outcome.SENT ? remove(claim, letter) : postpone(claim, letter, outcome);
    }

    private Outcome remove(String claim, Letter letter) {
        transactions.run(room -> {
            room.letters().remove(letter.id(), claim);
            return letter;
        });
        return Outcome.SENT;
    }

    private Outcome postpone(String claim, Letter letter, Outcome outcome) {
        Instant due = clock.instant().plus(patience.after(letter.attempts()));
        transactions.run(room -> {
            room.letters().postpone(letter.id(), claim, due);
            return letter;
        });
        return outcome;
    }

    /** What was claimed and not tried waits as a new letter would. */
    private void letGo(String claim) {
        Instant due = clock.instant().plus(patience.after(1));
        transactions.run(room -> {
            room.letters().release(claim, due);
            return claim;
        });
    }

    private Instant claimEnd() {
        return clock.instant().plus(CLAIMED);
    }

    /** Nothing for whom it does not concern any more: who may do nothing to the node and lost nothing, or wants no mail. */
    private Optional<Written> write(Mailroom room, Letter letter) {
        PrincipalId recipient = ((Audience.Person) letter.notice().audience()).id();
        if (!room.recipients().wants(recipient)) {
            return Optional.empty();
        }
        if (letter.notice().node().isEmpty()) {
            return room.stationery().write(letter, Optional.empty());
        }
        NodeRef ref = NodeRef.of(letter.notice().node().get());
        Facts facts = room.facts()
                .read(Set.of(recipient), Set.of(ref), clock.instant())
                .about(recipient, ref);
        Optional<NodePath> path = PermittedActions.of(facts)
                .map(PermittedActions::node)
                .or(() -> letter.notice().kind().isLoss() ? knownBefore(facts) : Optional.empty())
                .map(NodeFacts::path);
        return path.flatMap(known -> room.stationery().write(letter, Optional.of(known)));
    }

    /** Who lost what they had may be told what that was, unless it is hidden from all but its owners. */
    private static Optional<NodeFacts> knownBefore(Facts facts) {
        boolean secret = facts.lineage().stream().anyMatch(NodeFacts::secret);
        return secret || !facts.asker().enabled() ? Optional.empty() : facts.node();
    }
}
