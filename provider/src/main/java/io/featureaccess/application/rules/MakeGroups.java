package io.featureaccess.application.rules;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.ServerPowers;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.group.GroupName;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.GroupPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes groups that rules lead to and that are not there, with what lies above them. They are empty: nobody gains by them yet. */
public final class MakeGroups {

    private final Directory directory;
    private final GroupRegister register;
    private final ServerPowers powers;
    private final AuditTrail trail;

    public MakeGroups(Directory directory, GroupRegister register, ServerPowers powers, AuditTrail trail) {
        this.directory = directory;
        this.register = register;
        this.powers = powers;
        this.trail = trail;
    }

    /**
     * @param by on whose account it goes on record
     * @param mapper the name of the mapper whose rules want them, for the record
     * @return what kept groups from being made, for people
     * @throws DomainProblem {@code changed-meanwhile} where somebody else makes the same groups at this moment
     */
    public List<String> make(Caller by, String mapper, Set<GroupPath> paths) {
        Map<GroupPath, PrincipalId> there = existing(withParents(paths));
        List<String> problems = new ArrayList<>();
        List<Change> made = new ArrayList<>();
        for (GroupPath path : withParents(paths)) {
            if (!there.containsKey(path)) {
                try {
                    Principal group = make(path, path.parent().map(there::get));
                    there.put(path, group.id());
                    made.add(Change.of(AuditChange.GROUP_CREATED)
                            .about(group)
                            .to(Snapshot.EMPTY.with("path", group.name()).with("mapper", mapper)));
                } catch (DomainProblem impossible) {
                    if (paths.contains(path)) {
                        problems.add("the group " + path + " could not be made: " + impossible.detail());
                    }
                }
            }
        }
        trail.record(by, made);
        return problems;
    }

    private Principal make(GroupPath path, Optional<PrincipalId> parent) {
        if (path.parent().isPresent() && parent.isEmpty()) {
            throw DomainProblem.unknownGroup("parent", path.parent().get().toString());
        }
        GroupName.require(path.name());
        GroupName.requireShortPath(path.toString().length());
        if (parent.filter(powers::heldBy).isPresent()) {
            throw DomainProblem.forbidden("the group above it has powers over Keycloak itself");
        }
        PrincipalId id = register.add(path.name(), parent);
        return new Principal(id, PrincipalType.GROUP, path.toString());
    }

    private Map<GroupPath, PrincipalId> existing(Set<GroupPath> paths) {
        Map<PrincipalRef, Principal> found =
                directory.resolve(paths.stream().map(RuleTargets::reference).collect(Collectors.toSet()));
        Map<GroupPath, PrincipalId> there = new HashMap<>();
        paths.forEach(path -> Optional.ofNullable(found.get(RuleTargets.reference(path)))
                .ifPresent(group -> there.put(path, group.id())));
        return there;
    }

    /** From the top down. */
    private static Set<GroupPath> withParents(Set<GroupPath> paths) {
        Set<GroupPath> all = new TreeSet<>(
                Comparator.<GroupPath>comparingInt(path -> path.segments().size())
                        .thenComparing(Comparator.naturalOrder()));
        for (GroupPath path : paths) {
            Optional<GroupPath> next = Optional.of(path);
            while (next.isPresent() && all.add(next.get())) {
                next = next.get().parent();
            }
        }
        return all;
    }
}
