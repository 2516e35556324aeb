package io.featureaccess.domain.rule;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives groups, or the admin account type, or both, to whoever fulfils all its conditions. */
public final class Rule {

    public static final int MOST_CONDITIONS = 20;
    public static final int MOST_GROUPS = 50;

    private final List<Condition> conditions;
    private final List<Target> targets;
    private final boolean createMissing;
    private final boolean admin;

    /**
     * @param condition the number of the condition whose captures fill it
     * @param before how many captures the conditions before that one have
     */
    private record Target(GroupTemplate template, int condition, int before) {}

    private Rule(List<Condition> conditions, List<Target> targets, boolean createMissing, boolean admin) {
        this.conditions = List.copyOf(conditions);
        this.targets = List.copyOf(targets);
        this.createMissing = createMissing;
        this.admin = admin;
    }

    /**
     * @param place what stands before the names of its fields in problems, such as {@code rules[2].}
     * @param groups the paths of target groups, in which captures may stand: they are numbered through all conditions
     * @param createMissing whether groups that do not exist are made
     * @param admin whether it makes an admin, which takes exact comparison of every condition
     * @throws DomainProblem {@code malformed-value}, {@code missing-field}
     */
    public static Rule of(
            String place, List<Condition> conditions, List<String> groups, boolean createMissing, boolean admin) {
        if (conditions.isEmpty()) {
            throw DomainProblem.malformed(
                    place + "conditions", "there is at least one: without a condition a rule would be for everybody");
        }
        if (groups.isEmpty() && !admin) {
            throw DomainProblem.missingField(place + "groups");
        }
        if (admin) {
            requireExact(place, conditions);
        }
        List<Target> targets = new ArrayList<>();
        for (String group : groups) {
            targets.add(target(place + "groups[" + targets.size() + "]", group, conditions));
        }
        return new Rule(conditions, targets, createMissing, admin);
    }

    private static void requireExact(String place, List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).isExact()) {
                throw DomainProblem.malformed(
                        place + "conditions[" + i + "].match",
                        "a rule that makes admins compares exactly, and does not ignore case");
            }
        }
    }

    private static Target target(String field, String group, List<Condition> conditions) {
        GroupTemplate template = GroupTemplate.parse(field, group);
        int captures = conditions.stream().mapToInt(Condition::captures).sum();
        if (template.last().orElse(0) > captures) {
            throw DomainProblem.malformed(
                    field,
                    captures == 0
                            ? "the conditions of its rule capture nothing"
                            : "the conditions of its rule have captures up to $" + captures);
        }
        int before = 0;
        for (int i = 0; i < conditions.size(); i++) {
            int upTo = before + conditions.get(i).captures();
            if (template.first().orElse(0) <= upTo) {
                requireOneCondition(field, template, upTo);
                return new Target(template, i, before);
            }
            before = upTo;
        }
        throw new IllegalStateException("a capture of no condition");
    }

    /** Otherwise a target would stand for every pair of matches, and a few hundred values for a hundred thousand groups. */
    private static void requireOneCondition(String field, GroupTemplate template, int upTo) {
        if (template.last().orElse(0) > upTo) {
            throw DomainProblem.malformed(field, "all its captures come from one condition");
        }
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** Adds where it may lead. */
    void addReach(Map<GroupPath, Boolean> reach) {
        targets.forEach(target -> reach.merge(
                target.template().beginning(), target.template().last().isPresent(), Boolean::logicalOr));
    }

    /** Adds what it gives, if all its conditions hold. */
    void evaluate(AttributeValues values, Outcome.Gathering outcome) {
        List<List<Captures>> matches = new ArrayList<>();
        for (Condition condition : conditions) {
            List<Captures> found = condition.matches(values);
            if (found.isEmpty()) {
                return;
            }
            matches.add(found);
        }
        if (admin) {
            outcome.admin();
        }
        for (Target target : targets) {
            fill(target, matches.get(target.condition()), outcome);
        }
    }

    private void fill(Target target, List<Captures> matches, Outcome.Gathering outcome) {
        boolean literal = target.template().last().isEmpty();
        for (Captures captures : literal ? List.of(Captures.NONE) : matches) {
            Optional<GroupPath> path = target.template().fill(captures, target.before());
            path.ifPresent(found -> outcome.group(found, createMissing));
        }
    }
}
