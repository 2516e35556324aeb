package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.GroupMembers;
import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Puts users and service accounts into groups, and takes them out. Doing it again changes nothing. */
public final class ChangeMembers {

    private static final String FOR_ADMINS = "members of groups";

    private final PeopleGate gate;
    private final Groups groups;
    private final GroupMembers members;
    private final MembershipRules rules;
    private final AuditTrail trail;

    public ChangeMembers(
            PeopleGate gate, Groups groups, GroupMembers members, MembershipRules rules, AuditTrail trail) {
        this.gate = gate;
        this.groups = groups;
        this.members = members;
        this.rules = rules;
        this.trail = trail;
    }

    /**
     * @throws DomainProblem {@code forbidden}; {@code not-found} for the group; {@code unknown-principal};
     *     {@code ambiguous-principal}; {@code malformed-value}; {@code reason-required}; {@code break-glass-required}
     */
    public Principal join(Caller caller, PrincipalRef reference, PrincipalRef who, Optional<String> reason) {
        gate.change(caller, FOR_ADMINS);
        Group group = gate.group(reference);
        Principal member = gate.member(who);
        gate.requireWithoutPowers(group.id());
        boolean toSelf = member.id().equals(caller.principal());
        Set<PrincipalId> gained = groups.upwards(group.id());
        boolean joined = rules.join(
                caller,
                new MembershipRules.Joining(group, member, gained, toSelf, reason),
                () -> members.join(member.id(), group.id()));
        if (joined) {
            trail.record(
                    caller,
                    Change.of(AuditChange.MEMBER_ADDED)
                            .about(member)
                            .to(GroupSnapshots.membership(group, toSelf))
                            .because(reason));
        }
        return member;
    }

    /**
     * @throws DomainProblem {@code forbidden}; {@code not-found} for the group; {@code unknown-principal};
     *     {@code ambiguous-principal}; {@code last-owner}; {@code last-admin}
     */
    public void leave(Caller caller, PrincipalRef reference, PrincipalRef who) {
        gate.change(caller, FOR_ADMINS);
        Group group = gate.group(reference);
        Principal member = gate.member(who);
        gate.requireWithoutPowers(group.id());
        boolean left = rules.leave(groups.upwards(group.id()), () -> members.leave(member.id(), group.id()));
        if (left) {
            gate.requireAdminLeft();
            trail.record(
                    caller,
                    Change.of(AuditChange.MEMBER_REMOVED).about(member).from(GroupSnapshots.membership(group, false)));
        }
    }
}
