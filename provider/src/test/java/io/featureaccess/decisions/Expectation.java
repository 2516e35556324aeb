package io.featureaccess.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is expected of some principals on some nodes.
 *
 * @param may actions that are permitted
 * @param mayNot actions that are denied
 * @param mayOnly actions that are permitted, while all others are denied; {@code []} for nothing at all
 * @param because exactly the codes of the reasons; goes with {@code may} or with {@code may-not}
 * @param wouldDo the smallest grant that would permit, as {@code consumer on fraud/payments}, or {@code nothing}
 * @param until when the permit ends by itself, or {@code never}
 * @param askedBy who asks and reads the answer, where it is not the principal itself
 * @param breakingGlass whether the principal looks at secret nodes too, as only an admin can
 */
public record Expectation(
        List<String> who,
        List<String> on,
        List<String> may,
        List<String> mayNot,
        List<String> mayOnly,
        List<String> because,
        String wouldDo,
        String until,
        String askedBy,
        boolean breakingGlass) {

    public Expectation {
        if (who == null || on == null) {
            throw new IllegalArgumentException("an expectation says who, and on what");
        }
        if (Stream.of(Optional.ofNullable(may), Optional.ofNullable(mayNot), Optional.ofNullable(mayOnly))
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new IllegalArgumentException("an expectation has one of may, may-not and may-only: " + who);
        }
        Stream.of(may, mayNot, mayOnly).filter(Objects::nonNull).forEach(Expectation::requireActions);
        if (mayOnly != null && (because != null || wouldDo != null || until != null)) {
            throw new IllegalArgumentException("may-only permits and denies at once, so it cannot say why: " + who);
        }
        if (wouldDo != null && mayNot == null || until != null && may == null) {
            throw new IllegalArgumentException("would-do goes with may-not, and until with may: " + who);
        }
    }

    private static void requireActions(List<String> actions) {
        if (!DecisionFile.ACTIONS.containsAll(actions)) {
            throw new IllegalArgumentException("not all of these are actions: " + actions);
        }
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (String principal : who) {
            for (String node : on) {
                actions().forEach(action -> checks.add(check(principal, node, action)));
            }
        }
        return checks;
    }

    private List<String> actions() {
        if (mayOnly != null) {
            return DecisionFile.ACTIONS;
        }
        return may != null ? may : mayNot;
    }

    private Check check(String principal, String node, String action) {
        boolean permit = may != null || mayOnly != null && mayOnly.contains(action);
        Optional<Set<String>> codes = Optional.ofNullable(because).map(TreeSet::new);
        return new Check(
                principal,
                action,
                node,
                permit,
                codes,
                Optional.ofNullable(wouldDo),
                Optional.ofNullable(until),
                Optional.ofNullable(askedBy),
                breakingGlass);
    }
}
