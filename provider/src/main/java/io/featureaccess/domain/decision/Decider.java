package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Decision.Ask;
import io.featureaccess.domain.decision.Decision.SmallestGrant;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The one place where access is decided: a pure, total function of a question and the facts, with denial as its default.
 * Every door renders its answer and adds nothing to it.
 */
public final class Decider {

    private static final GrantId IMAGINED = new GrantId("imagined");

    private Decider() {}

    /**
     * The answer as the principal of the question may read it: about a node that the principal cannot see, a denial says
     * {@code no-such-node} and nothing else.
     */
    public static Decision decide(Question question, Facts facts) {
        return decide(question, facts, Access.of(facts).sees());
    }

    /**
     * The answer as somebody else may read it.
     *
     * @param readerSeesNode whether the one who reads the answer may know of the node
     */
    public static Decision decide(Question question, Facts facts, boolean readerSeesNode) {
        Access access = Access.of(facts);
        Action action = question.action();
        if (access.actions().contains(action)) {
            List<Reason> reasons = Reasons.ofPermit(action, facts, access);
            Optional<Instant> until = permittedUntil(action, facts);
            return new Decision(question, true, facts.node(), reasons, until, Optional.empty(), Optional.empty());
        }
        if (!readerSeesNode || facts.node().isEmpty()) {
            return Decision.noSuchNode(question);
        }
        List<Reason> reasons = Reasons.ofDenial(action, facts, access);
        Optional<Ask> would = wouldPermit(action, facts);
        return new Decision(
                question,
                false,
                facts.node(),
                reasons,
                Optional.empty(),
                would.map(ask -> new SmallestGrant(ask.roles().get(0), ask.on())),
                would.filter(ask -> Requestable.by(facts.upTo(ask.on().kind()))));
    }

    public static boolean permits(Action action, Facts facts) {
        return Access.of(facts).actions().contains(action);
    }

    /**
     * Until when a permit holds if nothing is changed: the first end of a grant it relies on.
     *
     * @return empty where it relies on none that ends
     */
    public static Optional<Instant> permittedUntil(Action action, Facts facts) {
        return facts.held().stream()
                .flatMap(held -> held.expiresAt().stream())
                .filter(end -> end.isAfter(facts.at()))
                .sorted()
                .filter(end -> !permits(action, facts.at(end)))
                .findFirst();
    }

    /** Found by trying: lowest node first, weakest role first; so it cannot disagree with the decision itself. */
    private static Optional<Ask> wouldPermit(Action action, Facts facts) {
        for (int depth = facts.lineage().size(); depth > 0; depth--) {
            NodeFacts node = facts.lineage().get(depth - 1);
            List<Role> roles = Arrays.stream(Role.values())
                    .filter(role -> permits(action, facts.with(imagined(role, node))))
                    .toList();
            if (!roles.isEmpty()) {
                return Optional.of(new Ask(node.path(), roles));
            }
        }
        return Optional.empty();
    }

    private static HeldRole imagined(Role role, NodeFacts on) {
        return new HeldRole(IMAGINED, Level.of(on.kind()), role, Optional.empty(), Optional.empty());
    }
}
