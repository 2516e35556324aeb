package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Deletes a group with what it holds. Its members stay, without it. */
public final class DeleteGroup {

    private final PeopleGate gate;
    private final Groups groups;
    private final GroupRegister register;
    private final Departure departure;
    private final AuditTrail trail;

    public DeleteGroup(PeopleGate gate, Groups groups, GroupRegister register, Departure departure, AuditTrail trail) {
        this.gate = gate;
        this.groups = groups;
        this.register = register;
        this.departure = departure;
        this.trail = trail;
    }

    /**
     * @param recursive whether the groups below it go too
     * @throws DomainProblem {@code forbidden}; {@code not-found}; {@code not-empty}; {@code last-owner}; {@code last-admin}
     */
    public void delete(Caller caller, PrincipalRef reference, boolean recursive) {
        gate.change(caller, "groups");
        Group group = gate.group(reference);
        gate.requireWithoutPowers(group.id());
        Set<PrincipalId> tree = groups.tree(group.id()).ids();
        if (tree.size() > 1 && !recursive) {
            throw DomainProblem.of(
                    ProblemCode.NOT_EMPTY,
                    "there are groups below this one (" + (tree.size() - 1) + "): '?recursive=true' deletes them too");
        }
        Set<PrincipalId> losing = new HashSet<>(tree);
        losing.addAll(groups.upwards(group.id()));
        departure.of(caller, tree, losing, Optional.empty(), () -> groups.empty(tree));
        register.remove(group.id());
        gate.requireAdminLeft();
        Snapshot before = GroupSnapshots.of(group);
        trail.record(
                caller,
                Change.of(AuditChange.GROUP_DELETED)
                        .about(group.principal())
                        .from(tree.size() == 1 ? before : before.with("groupsBelow", tree.size() - 1)));
    }
}
