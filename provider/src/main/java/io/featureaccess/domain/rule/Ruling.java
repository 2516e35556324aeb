package io.featureaccess.domain.rule;

import java.util.Objects;
import java.util.Optional;

/**
 * What one mapper's rules say of somebody's attributes.
 *
 * @param unreadable why the rules could not be asked, for people; then they say nothing, neither for nor against
 */
public record Ruling(Outcome outcome, Optional<String> unreadable) {

    public Ruling {
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(unreadable, "unreadable is null");
    }

    public static Ruling of(Outcome outcome) {
        return new Ruling(outcome, Optional.empty());
    }

    public static Ruling unreadable(String why) {
        return new Ruling(Outcome.NOTHING, Optional.of("the rules cannot be read: " + why));
    }
}
