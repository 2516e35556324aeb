package io.featureaccess.domain.decision;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * PERMIT or DENY, with reasons.
 *
 * @param node what the tables say of the asked node; empty where the asker cannot see it and nothing is permitted
 * @param until of a permit, the first instant at which it ends by itself, because a grant it relies on does
 * @param smallestGrant the weakest grant, on the lowest node, that would turn this denial into a permit
 * @param ask which roles the principal may ask for to that end, and where
 */
public record Decision(
        Question question,
        boolean permit,
        Optional<Facts.NodeFacts> node,
        List<Reason> reasons,
        Optional<Instant> until,
        Optional<SmallestGrant> smallestGrant,
        Optional<Ask> ask) {

    public Decision {
        Objects.requireNonNull(question, "question is null");
        Objects.requireNonNull(node, "node is null");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision has at least one reason");
        }
    }

    /** The one denial for a node that does not exist and for one that the reader cannot see. */
    public static Decision noSuchNode(Question question) {
        List<Reason> reasons = List.of(Reasons.NO_SUCH_NODE);
        return new Decision(
                question, false, Optional.empty(), reasons, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * From a refusal to a request.
     *
     * @param on a node that the principal sees, where roles can be asked for
     * @param roles those of which each would do, weakest first
     */
    public record Ask(NodePath on, List<Role> roles) {

        public Ask {
            roles = List.copyOf(roles);
        }
    }

    /** A grant that would do. */
    public record SmallestGrant(Role role, NodePath grantedOn) {}
}
