package io.featureaccess.application.port;

import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;

/** Reads where a principal holds roles that count, by one statement whose cost depends on the limit, not on what is held. */
public interface HeldRoles {

    /**
     * @param most of each kind of node, how many grants are enough: where there are more, some are missing and at least so many
     *     are there
     */
    Held read(PrincipalId principal, int most, Instant at);

    /**
     * @param anyWorkspace about a workspace that is imagined, on which nothing is held but what is held on all workspaces
     * @param nodes about each node on which a role is held that counts, and those above them
     */
    record Held(Facts anyWorkspace, List<Facts> nodes) {

        public Held {
            nodes = List.copyOf(nodes);
        }
    }
}
