package io.featureaccess.application.rules;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.ServerPowers;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.Outcome;
import io.featureaccess.domain.rule.Plan;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.domain.rule.RulePreview.Shift;
import io.featureaccess.domain.rule.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Follows a login from mapper to mapper as it would go. */
public final class RuleForesight {

    private final RuleTargets targets;
    private final Directory directory;
    private final ServerPowers powers;

    public RuleForesight(RuleTargets targets, Directory directory, ServerPowers powers) {
        this.targets = targets;
        this.directory = directory;
        this.powers = powers;
    }

    /**
     * A login on its way.
     *
     * @param made the paths of groups that would be made and given
     * @param notes what is worth telling, for people; added to on the way
     */
    record Course(Standing before, Standing after, Set<String> made, List<String> notes) {

        Set<PrincipalId> gained() {
            return difference(after, before);
        }

        Set<PrincipalId> lost() {
            return difference(before, after);
        }

        private static Set<PrincipalId> difference(Standing of, Standing without) {
            Set<PrincipalId> rest = new HashSet<>(of.groups().keySet());
            rest.removeAll(without.groups().keySet());
            return rest;
        }
    }

    /** @throws DomainProblem {@code unknown-principal}; {@code malformed-value} for anybody but a user */
    Principal user(PrincipalRef reference) {
        Principal principal = Optional.ofNullable(
                        directory.resolve(Set.of(reference)).get(reference))
                .orElseThrow(() -> DomainProblem.unknownPrincipal(reference.toString()));
        if (principal.type() != PrincipalType.USER) {
            throw DomainProblem.malformed(
                    "principal", "it is a user: nobody else logs in through an identity provider");
        }
        return principal;
    }

    /** What one more mapper's rules do. */
    Course next(Course course, RuleMapper mapper, Outcome outcome) {
        course.notes().addAll(outcome.notes());
        RuleTargets.Found found = targets.look(outcome);
        found.missing().forEach(path -> course.notes().add("there is no group " + path));
        found.toMake().forEach(path -> {
            course.made().add(path.toString());
            course.notes().add("the group " + path + " would be made");
        });
        Plan plan = course.after().plan(mapper.id(), found.groups().keySet(), outcome.admin());
        Set<PrincipalId> powerful = plan.groupsTo(Holding.Change.GIVE).stream()
                .filter(powers::heldBy)
                .collect(Collectors.toSet());
        powerful.forEach(group -> course.notes()
                .add("the group " + found.groups().get(group).name()
                        + " has powers over Keycloak itself, which no rule gives"));
        return new Course(course.before(), course.after().after(plan.without(powerful)), course.made(), course.notes());
    }

    /** By reference. */
    Shift<String> groups(Course course) {
        Set<PrincipalId> concerned = new HashSet<>(course.gained());
        concerned.addAll(course.lost());
        Map<PrincipalId, Principal> names = concerned.isEmpty() ? Map.of() : directory.find(concerned);
        Set<String> gained = references(course.gained(), names);
        course.made().forEach(path -> gained.add(PrincipalType.GROUP.id() + ":" + path));
        return new Shift<>(List.copyOf(gained), List.copyOf(references(course.lost(), names)));
    }

    private static Set<String> references(Set<PrincipalId> groups, Map<PrincipalId, Principal> names) {
        return groups.stream()
                .filter(names::containsKey)
                .map(group -> names.get(group).reference())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
