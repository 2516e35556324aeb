package io.featureaccess.application.people;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** What a move of a group is subject to, before it and after it. */
public final class MoveRules {

    private final GainedAccess gained;
    private final KeptOwners owners;

    public MoveRules(GainedAccess gained, KeptOwners owners) {
        this.gained = gained;
        this.owners = owners;
    }

    /**
     * A move.
     *
     * @param after the group where it will lie
     * @param old the groups that it lay in
     * @param gained those that it will lie in, and did not
     * @param toSelf whether the caller gains by it
     */
    record Move(Group after, Set<PrincipalId> old, Set<PrincipalId> gained, boolean toSelf, Optional<String> reason) {}

    /** @throws DomainProblem {@code reason-required}; {@code break-glass-required}; {@code last-owner} */
    void move(Caller caller, Move move, Runnable doing) {
        boolean opens = gained.judge(caller, move.gained(), move.toSelf(), move.reason());
        Set<PrincipalId> counted = owners.before(move.old());
        doing.run();
        owners.require(counted);
        if (opens) {
            String group = move.after().reference();
            gained.record(caller, move.gained(), group, group);
        }
    }
}
