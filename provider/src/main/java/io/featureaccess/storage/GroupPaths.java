package io.featureaccess.storage;

import java.util.HashMap;
import java.util.HashSet;
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

    /**
     * The path from its root group down, beginning with a slash. Of groups that lie in each other in a circle, as two
     * administrators can make it at the same moment, each is named once.
     */
    String pathOf(String id) {
        StringBuilder path = new StringBuilder();
        Set<String> named = new HashSet<>();
        String at = id;
        while (groups.containsKey(at) && named.add(at)) {
            Group group = groups.get(at);
            path.insert(0, "/" + group.name());
            at = group.parent();
        }
        return path.toString();
    }
}
