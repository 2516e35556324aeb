package io.featureaccess.domain.group;

import io.featureaccess.domain.rule.RuleMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How somebody came to be in a group.
 *
 * @param byHand whether a person put them there, perhaps beside rules: then it outlasts all rules
 * @param rules the mappers whose rules gave it, by identity provider and name; of those that were removed since, nothing is known
 */
public record Membership(boolean byHand, List<RuleMapper> rules) {

    private static final Comparator<RuleMapper> ORDER = Comparator.comparing(RuleMapper::identityProvider)
            .thenComparing(RuleMapper::name)
            .thenComparing(RuleMapper::id);

    /** By a person alone. */
    public static final Membership BY_HAND = new Membership(true, List.of());

    public Membership {
        rules = rules.stream().distinct().sorted(ORDER).toList();
    }

    /** By rules alone. */
    public static Membership byRules(Collection<RuleMapper> rules) {
        return new Membership(false, List.copyOf(rules));
    }

    /** Of somebody who is in by this one and by another, which lead to the same. */
    public Membership and(Membership other) {
        return new Membership(
                byHand || other.byHand,
                Stream.concat(rules.stream(), other.rules.stream()).toList());
    }

    /** For those who may not know which rules there are. */
    public Membership withoutNames() {
        return new Membership(byHand, List.of());
    }
}
