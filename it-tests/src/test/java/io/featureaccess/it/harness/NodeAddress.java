package io.featureaccess.it.harness;

import java.util.List;

/** Where a node's path lies in the HTTP API: {@code fraud/payments} is {@code workspaces/fraud/projects/payments}. */
public record NodeAddress(String siblings, String name) {

    private static final List<String> COLLECTIONS = List.of("workspaces", "projects", "feature-sets");

    /** The address of a path of one to three segments. */
    public static NodeAddress of(String path) {
        String[] names = path.split("/");
        if (names.length > COLLECTIONS.size()) {
            throw new IllegalArgumentException("a path has at most three segments: " + path);
        }
        StringBuilder siblings = new StringBuilder(COLLECTIONS.get(0));
        for (int depth = 1; depth < names.length; depth++) {
            siblings.append('/').append(names[depth - 1]).append('/').append(COLLECTIONS.get(depth));
        }
        return new NodeAddress(siblings.toString(), names[names.length - 1]);
    }

    /** The node's own address, relative to the API's base. */
    public String self() {
        return siblings + "/" + name;
    }
}
