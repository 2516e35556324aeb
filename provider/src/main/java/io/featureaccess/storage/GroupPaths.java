package io.featureaccess.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Paths of groups, put together from rows of groups and all their ancestors. */
final class GroupPaths {

    private final Map<String, Group> groups = new HashMap<>();

    private record Group(String name, String parent) {}

    void add(String id, String name, String parent) {
        groups.put(id, new Group(name, parent));
    }

    Set<String> ids() {
        return groups.keySet();
    }

    /** The path from its root group down, beginning with a slash. */
    String pathOf(String id) {
        StringBuilder path = new StringBuilder();
        for (Group group = groups.get(id); group != null; group = groups.get(group.parent())) {
            path.insert(0, "/" + group.name());
        }
        return path.toString();
    }
}
