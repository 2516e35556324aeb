package io.featureaccess.domain.access;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.InheritedRole;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.decision.Requestable;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one principal may do to one node, and by what.
 *
 * @param roles those that count, each once, strongest first
 * @param why every role that reaches the node, sleeping ones too, strongest first
 * @param creator who answers for the principal, of a service account whose creator is there
 * @param askable the roles that the principal may ask for there and that allow something more, weakest first
 */
public record PrincipalAccess(
        Principal principal,
        Optional<Principal> creator,
        List<Role> roles,
        Set<Action> actions,
        List<Why> why,
        List<Role> askable) {

    private static final Comparator<Why> STRONGEST_FIRST = Comparator.comparing(Why::inheritedAs, Role.STRONGEST_FIRST)
            .thenComparing(Why::grantedOn)
            .thenComparing(why -> why.via().orElse(""))
            .thenComparing(Why::role);

    /**
     * One way by which a role arrives at the node.
     *
     * @param grantedOn the path of the node it is held on, or {@code *} for all workspaces
     * @param via the path of the group that holds it
     * @param inheritedAs the role it is on the node asked about
     * @param expiresAt when the grant ends by itself; empty for never
     * @param membership how the principal came to be in that group, or in one below it; empty where none holds it, or that is not known
     */
    public record Why(
            Role role,
            String grantedOn,
            Optional<String> via,
            Role inheritedAs,
            Optional<Instant> expiresAt,
            Optional<Sleep> sleep,
            Optional<Membership> membership) {

        Why in(JoinedGroups joined) {
            return new Why(role, grantedOn, via, inheritedAs, expiresAt, sleep, via.flatMap(joined::through));
        }
    }

    /** What the facts about this principal say. */
    public static PrincipalAccess of(Principal principal, Facts facts) {
        Access access = Access.of(facts);
        List<Why> why = access.roles().stream()
                .map(role -> why(role, facts))
                .sorted(STRONGEST_FIRST)
                .toList();
        return new PrincipalAccess(
                principal,
                Optional.empty(),
                access.countingRoles(),
                access.actions(),
                why,
                askable(principal, facts, access));
    }

    /** The same, with how the principal came to be in the groups that hold something, and who answers for it. */
    public PrincipalAccess in(JoinedGroups joined, Optional<Principal> answering) {
        List<Why> explained = why.stream().map(one -> one.in(joined)).toList();
        return new PrincipalAccess(principal, answering, roles, actions, explained, askable);
    }

    /** Whether any of it is held by a group. */
    public boolean isByGroup() {
        return why.stream().anyMatch(one -> one.via().isPresent());
    }

    /** The role to show where a screen shows one. */
    public Optional<Role> strongest() {
        return roles.stream().findFirst();
    }

    private static List<Role> askable(Principal principal, Facts facts, Access access) {
        if (principal.type() == PrincipalType.GROUP || !access.sees() || !Requestable.is(facts)) {
            return List.of();
        }
        NodeKind kind = facts.node().orElseThrow().kind();
        return Arrays.stream(Role.values())
                .filter(role -> !access.actions().containsAll(role.actionsOn(kind, facts.settings())))
                .toList();
    }

    private static Why why(InheritedRole role, Facts facts) {
        Facts.HeldRole held = role.source();
        String grantedOn = grantedOn(held.level(), facts);
        return new Why(
                held.role(),
                grantedOn,
                held.via(),
                role.inheritedAs(),
                held.expiresAt(),
                role.sleep(),
                Optional.empty());
    }

    private static String grantedOn(Level level, Facts facts) {
        return level == Level.ALL_WORKSPACES
                ? GrantTarget.ALL_WORKSPACES
                : facts.lineage().get(level.ordinal() - 1).path().toString();
    }
}
