package io.featureaccess.domain.access;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.InheritedRole;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.role.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a principal holds, short enough for a token: the roles that count, where they are held, without what is merely
 * inherited. Whatever it says, a decision at the same instant permits; what it does not say has to be asked.
 *
 * @param allWorkspaces strongest first
 * @param roles by the node on which they are held, strongest first; never empty lists
 * @param leftOut the kinds of node for which there was no room, and of which nothing is said
 */
public record RoleSummary(
        AccountType accountType,
        List<Role> allWorkspaces,
        SortedMap<NodePath, List<Role>> roles,
        List<NodeKind> leftOut) {

    public RoleSummary {
        Objects.requireNonNull(accountType, "accountType is null");
        allWorkspaces = List.copyOf(allWorkspaces);
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A kind of node is in the summary with all its grants or not at all: with some of them missing, it would depend on names
     * what somebody may do. What reaches furthest comes first, so a kind for which there is no room takes with it those
     * below.
     *
     * @param anyWorkspace about a workspace that has nothing of its own
     * @param nodes about each node on which something is held; of a kind with more grants than the limit, some of
     *     them and more grants than the limit
     * @param limit how many grants there is room for
     */
    public static RoleSummary of(Facts anyWorkspace, List<Facts> nodes, int limit) {
        AccountType accountType = AccountType.of(
                anyWorkspace.asker().enabled() && anyWorkspace.asker().admin());
        SortedMap<NodePath, List<Role>> roles = new TreeMap<>();
        List<NodeKind> leftOut = new ArrayList<>();
        int room = limit;
        for (NodeKind kind : NodeKind.values()) {
            List<Facts> ofKind = nodes.stream()
                    .filter(facts -> facts.node().orElseThrow().kind() == kind)
                    .toList();
            int grants =
                    ofKind.stream().mapToInt(facts -> heldOnIt(facts).size()).sum();
            if (grants > room || !leftOut.isEmpty() && grants > 0) {
                leftOut.add(kind);
            } else {
                ofKind.forEach(facts -> add(facts, roles));
                room -= grants;
            }
        }
        return new RoleSummary(accountType, Access.of(anyWorkspace).countingRoles(), roles, leftOut);
    }

    private static void add(Facts facts, SortedMap<NodePath, List<Role>> roles) {
        List<Role> held = heldOnIt(facts).stream()
                .map(InheritedRole::inheritedAs)
                .distinct()
                .sorted(Role.STRONGEST_FIRST)
                .toList();
        if (!held.isEmpty()) {
            roles.put(facts.node().orElseThrow().path(), held);
        }
    }

    /** The roles that count and are held on the node itself. */
    private static List<InheritedRole> heldOnIt(Facts facts) {
        Level own = Level.of(facts.node().orElseThrow().kind());
        return Access.of(facts).roles().stream()
                .filter(InheritedRole::counts)
                .filter(role -> role.source().level() == own)
                .toList();
    }
}
