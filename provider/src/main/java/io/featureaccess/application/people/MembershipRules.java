package io.featureaccess.application.people;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What joining and leaving a group are subject to. */
public final class MembershipRules {

    private final GainedAccess gained;
    private final KeptOwners owners;

    public MembershipRules(GainedAccess gained, KeptOwners owners) {
        this.gained = gained;
        this.owners = owners;
    }

    /**
     * Somebody on the way into a group.
     *
     * @param gained the groups whose grants will count for them
     * @param toSelf whether the caller is the one who joins
     */
    record Joining(Group group, Principal member, Set<PrincipalId> gained, boolean toSelf, Optional<String> reason) {}

    /**
     * @param doing answers whether it changed anything
     * @throws DomainProblem {@code reason-required}; {@code break-glass-required}
     */
    boolean join(Caller caller, Joining joining, BooleanSupplier doing) {
        boolean opens = gained.judge(caller, joining.gained(), joining.toSelf(), joining.reason());
        boolean joined = doing.getAsBoolean();
        if (joined && opens) {
            gained.record(
                    caller,
                    joining.gained(),
                    joining.member().reference(),
                    joining.group().reference());
        }
        return joined;
    }

    /**
     * @param losing the groups that may live by the one who leaves
     * @throws DomainProblem {@code last-owner}
     */
    boolean leave(Set<PrincipalId> losing, BooleanSupplier doing) {
        Set<PrincipalId> counted = owners.before(losing);
        boolean left = doing.getAsBoolean();
        if (left) {
            owners.require(counted);
        }
        return left;
    }
}
