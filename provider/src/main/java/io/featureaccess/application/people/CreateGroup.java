package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.GroupName;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;

/** Makes a group, at the top or in another. It is empty, so that nobody gains anything by it. */
public final class CreateGroup {

    private final PeopleGate gate;
    private final Groups groups;
    private final GroupRegister register;
    private final AuditTrail trail;

    public CreateGroup(PeopleGate gate, Groups groups, GroupRegister register, AuditTrail trail) {
        this.gate = gate;
        this.groups = groups;
        this.register = register;
        this.trail = trail;
    }

    /** @throws DomainProblem {@code forbidden}; {@code malformed-value}; {@code unknown-principal} on {@code parent}; {@code name-taken} */
    public Group create(Caller caller, String name, Optional<PrincipalRef> parent) {
        gate.change(caller, "groups");
        GroupName.require(name);
        Optional<Group> above = parent.map(gate::parent);
        above.map(Group::id).ifPresent(gate::requireWithoutPowers);
        Optional<PrincipalId> parentId = above.map(Group::id);
        if (groups.isTaken(parentId, name)) {
            throw DomainProblem.nameTaken(name);
        }
        String path = above.map(Group::path).orElse("") + "/" + name;
        GroupName.requireShortPath(path.length());
        Group group = new Group(register.add(name, parentId), path, name, parentId);
        trail.record(
                caller,
                Change.of(AuditChange.GROUP_CREATED).about(group.principal()).to(GroupSnapshots.of(group)));
        return group;
    }
}
