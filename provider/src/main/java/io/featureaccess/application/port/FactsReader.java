package io.featureaccess.application.port;

import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Set;

/** Reads what decisions rest on, from the database that took the grants and never from a cache. */
public interface FactsReader {

    /**
     * The facts about every pair of these principals and nodes, by one SQL statement whatever their number and whatever
     * the number of groups. A group is a principal too: what it holds itself and by the groups it lies in.
     *
     * @param at the instant of the decision; expired grants are among the facts, so that denials can name them
     */
    Loaded read(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at);

    /** The answer of one read. */
    interface Loaded {

        /**
         * Never null: an unknown node has no lineage, an unknown principal is not enabled.
         *
         * @throws IllegalArgumentException for a principal or node that was not read
         */
        Facts about(PrincipalId principal, NodeRef node);
    }
}
