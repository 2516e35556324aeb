package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.GroupChange;
import io.featureaccess.domain.group.GroupName;
import io.featureaccess.domain.group.GroupPlace;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Renames a group, or moves it with all below it: then its members gain what the new ancestors hold, and lose the old. */
public final class ChangeGroup {

    private final PeopleGate gate;
    private final Groups groups;
    private final GroupRegister register;
    private final MoveRules rules;
    private final AuditTrail trail;

    public ChangeGroup(PeopleGate gate, Groups groups, GroupRegister register, MoveRules rules, AuditTrail trail) {
        this.gate = gate;
        this.groups = groups;
        this.register = register;
        this.rules = rules;
        this.trail = trail;
    }

    /**
     * @throws DomainProblem {@code forbidden}; {@code not-found}; {@code malformed-value}; {@code unknown-principal} on
     *     {@code parent}; {@code cyclic-group}; {@code name-taken}; {@code reason-required}; {@code break-glass-required};
     *     {@code last-owner}; {@code last-admin}
     */
    public Group change(Caller caller, PrincipalRef reference, GroupChange wanted) {
        gate.change(caller, "groups");
        Group before = gate.group(reference);
        Optional<Group> parent = parent(before, wanted);
        Group after = before.renamed(wanted.name().orElse(before.name()), parent);
        if (after.equals(before)) {
            return before;
        }
        Groups.Tree tree = groups.tree(before.id());
        requirePossible(before, after, tree);
        boolean toSelf = after.parent().equals(before.parent())
                ? rename(before, after)
                : move(caller, before, after, tree, wanted.reason());
        record(caller, before, after, toSelf, wanted.reason());
        return after;
    }

    private Optional<Group> parent(Group group, GroupChange wanted) {
        return wanted.place()
                .map(place -> place instanceof GroupPlace.In in
                        ? Optional.of(gate.parent(in.parent()))
                        : Optional.<Group>empty())
                .orElseGet(() -> group.parent().flatMap(groups::find));
    }

    private void requirePossible(Group before, Group after, Groups.Tree tree) {
        gate.requireWithoutPowers(before.id());
        if (after.parent().filter(tree.ids()::contains).isPresent()) {
            throw DomainProblem.cyclicGroup();
        }
        if (groups.isTaken(after.parent(), after.name())) {
            throw DomainProblem.nameTaken(after.name());
        }
        GroupName.requireShortPath(after.path().length() + tree.deepest());
    }

    private boolean rename(Group before, Group after) {
        register.rename(before.id(), after.name());
        return false;
    }

    /** @return whether the caller gives access to themself by it */
    private boolean move(Caller caller, Group before, Group after, Groups.Tree tree, Optional<String> reason) {
        Set<PrincipalId> old = before.parent().map(groups::upwards).orElse(Set.of());
        Set<PrincipalId> gained =
                new HashSet<>(after.parent().map(groups::upwards).orElse(Set.of()));
        after.parent().ifPresent(gate::requireWithoutPowers);
        gained.removeAll(old);
        boolean toSelf =
                !gained.isEmpty() && groups.upwards(caller.principal()).stream().anyMatch(tree.ids()::contains);
        rules.move(caller, new MoveRules.Move(after, old, gained, toSelf, reason), () -> {
            if (!after.name().equals(before.name())) {
                register.rename(before.id(), after.name());
            }
            register.move(before.id(), after.parent());
        });
        gate.requireAdminLeft();
        return toSelf;
    }

    private void record(Caller caller, Group before, Group after, boolean toSelf, Optional<String> reason) {
        Snapshot is = GroupSnapshots.of(after);
        trail.record(
                caller,
                Change.of(AuditChange.GROUP_UPDATED)
                        .about(after.principal())
                        .from(GroupSnapshots.of(before))
                        .to(toSelf ? is.with("toSelf", true) : is)
                        .because(reason));
    }
}
