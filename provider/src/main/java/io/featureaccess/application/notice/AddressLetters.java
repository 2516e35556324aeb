package io.featureaccess.application.notice;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Letters.Addressed;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.decision.Decider;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.notice.NoticeKind;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out who is told of notices to several people. Of many secret nodes that one admin opened at once, an owner gets one
 * letter, which names one node and counts the others.
 */
public final class AddressLetters {

    /** How many people at most are told of one thing. */
    public static final int AT_MOST = 20;

    /** Of those to whom owner is granted, some may own nothing for now. */
    private static final int LOOKED_AT = 60;

    private static final int AT_ONCE = 100;

    private final Transactions<Mailroom> transactions;
    private final Clock clock;

    public AddressLetters(Transactions<Mailroom> transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Addresses all notices that wait for it, a bounded number a transaction. */
    public void run() {
        transactions.runInBatches(AT_ONCE, this::batch);
    }

    private int batch(Mailroom room) {
        String claim = UUID.randomUUID().toString();
        Instant now = clock.instant();
        List<Letter> notices = room.letters().claimUnaddressed(claim, now, AT_ONCE);
        if (notices.isEmpty()) {
            return 0;
        }
        Map<Key, Addressed> letters = new LinkedHashMap<>();
        Map<Optional<NodeId>, List<PrincipalId>> answerers = new LinkedHashMap<>();
        for (Letter letter : notices) {
            Notice notice = letter.notice();
            List<PrincipalId> all = answerers.computeIfAbsent(notice.node(), node -> answerers(room, node, now));
            all.stream()
                    .filter(id -> !notice.audience().equals(new Audience.Answerers(id)))
                    .limit(AT_MOST)
                    .forEach(id -> letters.merge(
                            Key.of(letter, id), new Addressed(id, notice, 0), (first, next) -> counting(first)));
        }
        room.letters().address(claim, new ArrayList<>(letters.values()), now);
        return notices.size();
    }

    /** What is one letter: of broken glass all at once by one admin for one reason, of all else each notice. */
    private record Key(PrincipalId recipient, String letter, Optional<String> reason) {

        static Key of(Letter letter, PrincipalId recipient) {
            boolean glass = letter.notice().kind() == NoticeKind.GLASS_BROKEN;
            return new Key(
                    recipient,
                    glass ? letter.notice().principal() : letter.id(),
                    letter.notice().reason());
        }
    }

    private static Addressed counting(Addressed letter) {
        return new Addressed(letter.recipient(), letter.notice(), letter.others() + 1);
    }

    /** Owners, or admins where nobody owns the node; only those who could answer at this moment, and one more. */
    private static List<PrincipalId> answerers(Mailroom room, Optional<NodeId> node, Instant now) {
        List<PrincipalId> owners = whoMayManage(room, node, room.recipients().owners(node, now, LOOKED_AT), now);
        return owners.isEmpty() ? whoMayManage(room, node, room.recipients().admins(AT_MOST + 1), now) : owners;
    }

    private static List<PrincipalId> whoMayManage(
            Mailroom room, Optional<NodeId> node, List<PrincipalId> candidates, Instant now) {
        if (node.isEmpty() || candidates.isEmpty()) {
            return candidates;
        }
        NodeRef ref = NodeRef.of(node.get());
        Set<PrincipalId> ids = new HashSet<>(candidates);
        FactsReader.Loaded facts = room.facts().read(ids, Set.of(ref), now);
        return candidates.stream()
                .filter(id -> Decider.permits(Action.MANAGE_ACCESS, facts.about(id, ref)))
                .limit(AT_MOST + 1)
                .toList();
    }
}
