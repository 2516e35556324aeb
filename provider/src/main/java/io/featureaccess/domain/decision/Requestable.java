package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodeKind;

/** Where roles can be asked for: wherever one sees the node, save on a locked workspace, where they are given unasked. */
public final class Requestable {

    private Requestable() {}

    /** @param facts about somebody who sees the node */
    public static boolean is(Facts facts) {
        Facts.NodeFacts node = facts.node().orElseThrow();
        return node.kind() != NodeKind.WORKSPACE || !node.locked();
    }

    /** The same for whoever the facts are about, whether or not they see the node. */
    static boolean by(Facts facts) {
        return Access.of(facts).sees() && is(facts);
    }
}
