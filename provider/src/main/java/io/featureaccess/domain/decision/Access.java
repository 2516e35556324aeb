package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that one principal may do to one node, and by what.
 *
 * @param roles every role that reaches the node, sleeping ones too
 * @param actions all actions permitted, by roles, by sight and by admin powers
 * @param unlocked whether the node is seen by everyone, without a role
 * @param adminPowers what the principal may do there for being an admin; fewer or none where something is secret
 */
public record Access(List<InheritedRole> roles, Set<Action> actions, boolean unlocked, Set<Action> adminPowers) {

    /** What an admin may do to every node that is neither secret nor below a secret one; nothing else. */
    public static final Set<Action> ADMIN_POWERS =
            Collections.unmodifiableSet(EnumSet.of(Action.VIEW, Action.VIEW_ACCESS, Action.MANAGE_ACCESS));

    /** What breaking the glass adds there: a look, and no change. */
    public static final Set<Action> BREAK_GLASS_POWERS =
            Collections.unmodifiableSet(EnumSet.of(Action.VIEW, Action.VIEW_ACCESS));

    /** Of a node that does not exist. */
    private static final Access NONE = new Access(List.of(), Set.of(), false, Set.of());

    public Access {
        roles = List.copyOf(roles);
        actions = Collections.unmodifiableSet(new TreeSet<>(actions));
    }

    public static Access of(Facts facts) {
        return facts.node().map(node -> at(node, facts)).orElse(NONE);
    }

    private static Access at(NodeFacts node, Facts facts) {
        List<InheritedRole> roles = Inheritance.rolesAt(facts);
        Set<Action> actions = EnumSet.noneOf(Action.class);
        roles.stream()
                .filter(InheritedRole::counts)
                .forEach(role -> actions.addAll(role.inheritedAs().actionsOn(node.kind(), facts.settings())));
        boolean unlocked = facts.asker().enabled() && seenWithoutRole(facts);
        if (unlocked) {
            actions.add(Action.VIEW);
        }
        Set<Action> adminPowers = adminPowers(facts);
        actions.addAll(adminPowers);
        return new Access(roles, actions, unlocked, adminPowers);
    }

    private static Set<Action> adminPowers(Facts facts) {
        if (!facts.asker().enabled() || !facts.asker().admin()) {
            return Set.of();
        }
        if (facts.secretOnTheWay().isEmpty()) {
            return ADMIN_POWERS;
        }
        return facts.asker().breakGlass() ? BREAK_GLASS_POWERS : Set.of();
    }

    /**
     * Discovery: an unlocked workspace and its non-secret projects are seen by everyone, and an unlocked project shows its
     * non-secret feature sets to whoever sees it. (Who sees it by a role holds that role on its feature sets too.)
     */
    private static boolean seenWithoutRole(Facts facts) {
        return facts.secretOnTheWay().isEmpty() && facts.lockOnTheWay().isEmpty();
    }

    /** Whether the principal may know that the node exists. */
    public boolean sees() {
        return actions.contains(Action.VIEW);
    }

    /** The roles that count, each once, strongest first. */
    public List<Role> countingRoles() {
        return roles.stream()
                .filter(InheritedRole::counts)
                .map(InheritedRole::inheritedAs)
                .distinct()
                .sorted(Role.STRONGEST_FIRST)
                .toList();
    }

    /** The role to show where a screen shows one. */
    public Optional<Role> strongest() {
        return countingRoles().stream().findFirst();
    }
}
