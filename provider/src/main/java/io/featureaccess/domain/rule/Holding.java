package io.featureaccess.domain.rule;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Where somebody stands with one thing that rules give: a group, or the admin account type.
 *
 * @param held whether they have it now
 * @param sources the ids of the mappers whose rules gave it; and whether it was given by hand too is one of them
 */
public record Holding(boolean held, Set<String> sources) {

    /** What stands among the sources for a person's hand. It is written only beside a mapper: without one, all is by hand. */
    public static final String BY_HAND = "by-hand";

    public static final Holding NONE = new Holding(false, Set.of());

    public Holding {
        sources = Set.copyOf(sources);
        if (!held && !sources.isEmpty()) {
            throw new IllegalArgumentException("what nobody has was given by nobody");
        }
    }

    /** One of the two ways to end, or neither. */
    public enum Change {
        GIVE,
        TAKE,
        NONE
    }

    /** @param after the sources that are to be on record then */
    public record Step(Change change, Set<String> after) {
        public Step {
            Objects.requireNonNull(change, "change is null");
            after = Set.copyOf(after);
        }

        /** Whether anything is different afterwards, and be it only who gave it. */
        public boolean changes(Holding before) {
            return change != Change.NONE || !after.equals(before.sources());
        }
    }

    /**
     * The step that brings it up to date.
     *
     * @param mapper the one whose rules were evaluated
     * @param wanted whether they give it now
     * @param gone mappers that do not exist any more, and so give nothing
     */
    public Step upToDate(String mapper, boolean wanted, Set<String> gone) {
        Set<String> after = new HashSet<>(sources);
        after.removeAll(gone);
        after.remove(mapper);
        if (wanted) {
            if (held && sources.isEmpty()) {
                after.add(BY_HAND);
            }
            after.add(mapper);
            return new Step(held ? Change.NONE : Change.GIVE, after);
        }
        if (after.isEmpty() && !sources.isEmpty()) {
            return new Step(Change.TAKE, Set.of());
        }
        return new Step(Change.NONE, after.equals(Set.of(BY_HAND)) ? Set.of() : after);
    }
}
