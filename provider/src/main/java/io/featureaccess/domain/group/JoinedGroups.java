package io.featureaccess.domain.group;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The groups that somebody is in by themself, and how they came to be in each.
 *
 * @param byPath in order of the groups' paths
 */
public record JoinedGroups(SortedMap<String, Membership> byPath) {

    /** Of somebody who is in none. */
    public static final JoinedGroups NONE = new JoinedGroups(Collections.emptySortedMap());

    public JoinedGroups {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** For those who may not know which rules there are. */
    public JoinedGroups withoutNames() {
        TreeMap<String, Membership> unnamed = new TreeMap<>(byPath);
        unnamed.replaceAll((path, membership) -> membership.withoutNames());
        return new JoinedGroups(unnamed);
    }

    /**
     * How somebody came to be among those for whom a group counts: by being in it or in any that lies below it. Empty where
     * they are in none of them.
     */
    public Optional<Membership> through(String path) {
        return byPath.entrySet().stream()
                .filter(joined ->
                        joined.getKey().equals(path) || joined.getKey().startsWith(path + "/"))
                .map(Map.Entry::getValue)
                .reduce(Membership::and);
    }
}
