package io.featureaccess.domain.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What attributes lead to.
 *
 * @param groups in order of their paths, each with whether it is to be made where it does not exist
 * @param admin whether they make an admin
 * @param notes what limits left out, for people
 */
public record Outcome(SortedMap<GroupPath, Boolean> groups, boolean admin, List<String> notes) {

    /** More are cut off, in order of their paths: a login changes memberships one by one. */
    public static final int MOST_GROUPS = 1000;

    public static final Outcome NOTHING = new Outcome(new TreeMap<>(), false, List.of());

    public Outcome {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        notes = List.copyOf(notes);
    }

    /** What several sets of rules lead to together. */
    public Outcome and(Outcome other) {
        TreeMap<GroupPath, Boolean> all = new TreeMap<>(groups);
        other.groups.forEach((path, create) -> all.merge(path, create, Boolean::logicalOr));
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(other.notes);
        return new Outcome(all, admin || other.admin, allNotes);
    }

    /** An outcome in the making. */
    static final class Gathering {

        private final TreeMap<GroupPath, Boolean> groups = new TreeMap<>();
        private boolean admin;

        void group(GroupPath path, boolean create) {
            groups.merge(path, create, Boolean::logicalOr);
        }

        void admin() {
            admin = true;
        }

        Outcome outcome(List<String> notes) {
            if (groups.size() <= MOST_GROUPS) {
                return new Outcome(groups, admin, notes);
            }
            List<String> more = new ArrayList<>(notes);
            more.add("of the " + groups.size() + " groups, the first " + MOST_GROUPS + " count");
            TreeMap<GroupPath, Boolean> first = new TreeMap<>();
            groups.entrySet().stream()
                    .limit(MOST_GROUPS)
                    .forEach((Map.Entry<GroupPath, Boolean> group) -> first.put(group.getKey(), group.getValue()));
            return new Outcome(first, admin, more);
        }
    }
}
