package io.featureaccess.application.rules;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.GroupPath;
import io.featureaccess.domain.rule.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the groups that rules lead to, and has those made that are missing and wanted. */
public final class RuleTargets {

    /** Somebody else makes the same groups now and then: when everybody of a new team comes at once. */
    private static final int TRIES = 3;

    private final Directory directory;
    private final Transactions<MakeGroups> making;

    /** @param making in a transaction of its own: others, who come at the same time, must find the groups too */
    public RuleTargets(Directory directory, Transactions<MakeGroups> making) {
        this.directory = directory;
        this.making = making;
    }

    static PrincipalRef reference(GroupPath path) {
        return new PrincipalRef.ByName(PrincipalType.GROUP, path.toString());
    }

    /**
     * @param groups by id
     * @param missing in order of their paths; of them, those to be made are in {@code toMake}
     * @param problems what kept missing groups from being made
     */
    record Found(
            Map<PrincipalId, Principal> groups, Set<GroupPath> missing, Set<GroupPath> toMake, List<String> problems) {}

    /** As they are, by one statement; nothing is made. */
    Found look(Outcome outcome) {
        Set<GroupPath> wanted = outcome.groups().keySet();
        Map<PrincipalRef, Principal> found = wanted.isEmpty()
                ? Map.of()
                : directory.resolve(wanted.stream().map(RuleTargets::reference).collect(Collectors.toSet()));
        Map<PrincipalId, Principal> groups = new HashMap<>();
        Set<GroupPath> missing = new TreeSet<>();
        Set<GroupPath> toMake = new TreeSet<>();
        wanted.forEach(path -> {
            Principal group = found.get(reference(path));
            if (group != null) {
                groups.put(group.id(), group);
            } else {
                (outcome.groups().get(path) ? toMake : missing).add(path);
            }
        });
        return new Found(groups, missing, toMake, List.of());
    }

    /** With those made that rules want made. */
    Found find(Outcome outcome, Caller by, String mapper) {
        Found before = look(outcome);
        if (before.toMake().isEmpty()) {
            return before;
        }
        List<String> problems = new ArrayList<>(make(by, mapper, before.toMake()));
        Found after = look(outcome);
        return new Found(after.groups(), after.missing(), after.toMake(), problems);
    }

    private List<String> make(Caller by, String mapper, Set<GroupPath> paths) {
        DomainProblem last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return making.run(maker -> maker.make(by, mapper, paths));
            } catch (DomainProblem collided) {
                last = collided;
            }
        }
        return List.of("groups could not be made: " + last.detail());
    }
}
