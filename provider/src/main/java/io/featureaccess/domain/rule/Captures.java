package io.featureaccess.domain.rule;

import java.util.List;
import java.util.Optional;

/**
 * What a pattern captured of one value.
 *
 * @param groups by number, from 0; empty for a group that took no part in the match
 */
public record Captures(List<Optional<String>> groups) {

    public static final Captures NONE = new Captures(List.of());

    public Captures {
        groups = List.copyOf(groups);
    }
}
