package io.featureaccess.application.people;

import io.featureaccess.application.port.Ownerships;
import io.featureaccess.application.port.Ownerships.Orphan;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Set;

/** Sees to it that no node loses its last owner by a change to a user or a group. */
public final class KeptOwners {

    private final Ownerships ownerships;

    public KeptOwners(Ownerships ownerships) {
        this.ownerships = ownerships;
    }

    /**
     * Before a change: those who may count as owners less afterwards, and do now. What they own is kept from others, so that
     * nobody takes away the other owner that is relied upon.
     */
    Set<PrincipalId> before(Set<PrincipalId> losing) {
        ownerships.lock(losing);
        return ownerships.counting(losing);
    }

    /**
     * After it, and before their grants go.
     *
     * @throws DomainProblem {@code last-owner}, naming no node that is hidden
     */
    void require(Set<PrincipalId> counted) {
        if (counted.isEmpty()) {
            return;
        }
        ownerships.orphanOf(counted).ifPresent(orphan -> {
            throw DomainProblem.lastOwner(name(orphan));
        });
    }

    private static String name(Orphan orphan) {
        NodePath path = orphan.path();
        return orphan.hidden() ? "a node" : path.toString();
    }
}
