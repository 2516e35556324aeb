package io.featureaccess.domain.decision;

import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the tables say about one principal and one node, read by one SQL statement; the order of lists means nothing.
 *
 * @param lineage the nodes from the workspace down to the asked one; empty where there is no such node
 * @param asker the principal of the question
 * @param held every role that the asker holds, directly or through groups, on the lineage or on all workspaces, also
 *     expired ones
 * @param settings those of the workspace
 * @param at the instant of the decision
 */
public record Facts(List<NodeFacts> lineage, Asker asker, List<HeldRole> held, WorkspaceSettings settings, Instant at) {

    public Facts {
        lineage = List.copyOf(lineage);
        held = List.copyOf(held);
        Objects.requireNonNull(asker, "asker is null");
        Objects.requireNonNull(settings, "settings is null");
        Objects.requireNonNull(at, "at is null");
        for (int depth = 1; depth <= lineage.size(); depth++) {
            if (lineage.get(depth - 1).kind().depth() != depth) {
                throw new IllegalArgumentException("a lineage begins with a workspace and leaves out no level");
            }
        }
    }

    /** What a decision needs to know of a node on the way. */
    public record NodeFacts(NodeId id, NodePath path, boolean secret, boolean locked) {
        public NodeKind kind() {
            return path.kind();
        }
    }

    /**
     * @param enabled false also for a principal that does not exist (any more)
     * @param admin by a role held directly, by group or by composite; never by what a token says
     * @param breakGlass an admin who looks at secret nodes too, for this one request, with a reason on record
     */
    public record Asker(boolean enabled, boolean admin, boolean breakGlass) {

        public static final Asker UNKNOWN = new Asker(false, false, false);

        /** The same admin with the glass broken; nobody else gains by it. */
        public Asker breakingGlass() {
            return new Asker(enabled, admin, admin);
        }
    }

    /**
     * @param grant the grant behind it
     * @param level the node of the lineage it is held on, or all workspaces
     * @param via the path of the group that holds the grant; empty for a grant to the asker
     */
    public record HeldRole(GrantId grant, Level level, Role role, Optional<Instant> expiresAt, Optional<String> via) {

        boolean expiredAt(Instant instant) {
            return expiresAt.isPresent() && !instant.isBefore(expiresAt.get());
        }
    }

    /** The asked node, unless there is none. */
    public Optional<NodeFacts> node() {
        return lineage.isEmpty() ? Optional.empty() : Optional.of(lineage.get(lineage.size() - 1));
    }

    /** The outermost secret node of the lineage: nobody but owners sees anything from there down. */
    Optional<NodeFacts> secretOnTheWay() {
        return lineage.stream().filter(NodeFacts::secret).findFirst();
    }

    /** What keeps the asked node from being seen without a role: a locked workspace, or a locked project above it. */
    Optional<NodeFacts> lockOnTheWay() {
        return lineage.stream()
                .filter(NodeFacts::locked)
                .filter(node -> node.kind() == NodeKind.WORKSPACE || node.kind().depth() < lineage.size())
                .findFirst();
    }

    public Facts at(Instant instant) {
        return new Facts(lineage, asker, held, settings, instant);
    }

    public Facts breakingGlass() {
        return new Facts(lineage, asker.breakingGlass(), held, settings, at);
    }

    /** What the facts would be with one more role held; for "what if" answers. */
    public Facts with(HeldRole role) {
        List<HeldRole> more = new ArrayList<>(held);
        more.add(role);
        return new Facts(lineage, asker, more, settings, at);
    }

    /** The same facts seen from the node's ancestor of that kind. */
    Facts upTo(NodeKind kind) {
        return new Facts(lineage.subList(0, kind.depth()), asker, held, settings, at);
    }

    NodeFacts ancestor(NodeKind kind) {
        return lineage.get(kind.depth() - 1);
    }
}
