package io.featureaccess.application.rules;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.RoleShifts;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.RulePreview.RoleShift;
import io.featureaccess.domain.rule.RulePreview.Shift;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which roles come and go when somebody changes groups, as far as the one who asks may know. */
public final class RoleChanges {

    /** Of either; more than anybody reads. */
    static final int MOST = 500;

    private final Directory directory;
    private final Groups groups;
    private final RoleShifts shifts;
    private final Clock clock;

    public RoleChanges(Directory directory, Groups groups, RoleShifts shifts, Clock clock) {
        this.directory = directory;
        this.groups = groups;
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * @param user whose groups they are; empty for somebody new
     * @param before the groups they are in, by themself
     */
    Shift<RoleShift> of(Caller caller, Optional<PrincipalId> user, Set<PrincipalId> before, Set<PrincipalId> after) {
        Set<PrincipalId> had = carriers(user, before);
        Set<PrincipalId> have = carriers(user, after);
        List<HeldGrant> gained = between(caller, have, had);
        List<HeldGrant> lost = between(caller, had, have);
        Set<PrincipalId> holders = Stream.concat(gained.stream(), lost.stream())
                .map(held -> held.grant().principal())
                .collect(Collectors.toSet());
        Map<PrincipalId, Principal> names = holders.isEmpty() ? Map.of() : directory.find(holders);
        return new Shift<>(shown(gained, names), shown(lost, names));
    }

    private Set<PrincipalId> carriers(Optional<PrincipalId> user, Set<PrincipalId> direct) {
        Set<PrincipalId> all = new HashSet<>(direct.isEmpty() ? Set.of() : groups.upwards(direct));
        user.ifPresent(all::add);
        return all;
    }

    private List<HeldGrant> between(Caller caller, Set<PrincipalId> some, Set<PrincipalId> others) {
        Set<PrincipalId> only = new HashSet<>(some);
        only.removeAll(others);
        return only.isEmpty() ? List.of() : shifts.between(only, others, caller.principal(), MOST, clock.instant());
    }

    private static List<RoleShift> shown(List<HeldGrant> held, Map<PrincipalId, Principal> names) {
        return held.stream()
                .filter(one -> names.containsKey(one.grant().principal()))
                .map(one -> new RoleShift(
                        one.path().map(NodePath::toString).orElse(GrantTarget.ALL_WORKSPACES),
                        one.grant().role().id(),
                        names.get(one.grant().principal()).reference()))
                .toList();
    }
}
