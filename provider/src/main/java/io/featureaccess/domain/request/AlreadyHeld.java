package io.featureaccess.domain.request;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether somebody asks for what they have: by roles, whatever sight and admin powers add to them. */
public final class AlreadyHeld {

    private AlreadyHeld() {}

    /** @param facts about the asker and the node */
    public static boolean covers(Facts facts, Terms asked) {
        Set<Action> wanted = asked.role().actionsOn(facts.node().orElseThrow().kind(), facts.settings());
        return moments(facts, asked).map(facts::at).allMatch(then -> heldActions(then)
                .containsAll(wanted));
    }

    /** Now, and whenever a role ends before the asked end does: in between, nothing changes. */
    private static Stream<Instant> moments(Facts facts, Terms asked) {
        Stream<Instant> ends = facts.held().stream()
                .flatMap(held -> held.expiresAt().stream())
                .filter(end -> end.isAfter(facts.at()))
                .filter(end -> asked.expiresAt().map(end::isBefore).orElse(true));
        return Stream.concat(Stream.of(facts.at()), ends);
    }

    private static Set<Action> heldActions(Facts facts) {
        Set<Action> held = EnumSet.noneOf(Action.class);
        Access.of(facts)
                .countingRoles()
                .forEach(role ->
                        held.addAll(role.actionsOn(facts.node().orElseThrow().kind(), facts.settings())));
        return held;
    }
}
