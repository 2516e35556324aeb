package io.featureaccess.it.decision;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.NodeAddress;
import java.util.List;
import java.util.TreeSet;

/** What lists show to one caller. */
final class NodeListing {

    private final FeatureAccessApi api;

    NodeListing(FeatureAccessApi api) {
        this.api = api;
    }

    /** Every node that a list shows, when each node of the world is asked for what lies below it, seen or not. */
    TreeSet<String> seen(List<String> nodes) {
        TreeSet<String> seen = new TreeSet<>(paths("workspaces"));
        for (String node : nodes) {
            switch (node.split("/").length) {
                case 1 -> seen.addAll(paths(NodeAddress.of(node).self() + "/projects"));
                case 2 -> seen.addAll(paths(NodeAddress.of(node).self() + "/feature-sets"));
                default -> {
                    // Nothing lies below a feature set.
                }
            }
        }
        return seen;
    }

    /** The nodes on which the caller's roles permit the action. */
    TreeSet<String> accessible(String action) {
        return new TreeSet<>(paths("me/access?action=" + action));
    }

    /** The nodes that can be got one by one. */
    TreeSet<String> gettable(List<String> nodes) {
        TreeSet<String> got = new TreeSet<>();
        for (String node : nodes) {
            Answer answer = api.node(node);
            if (answer.status() == 404) {
                continue;
            }
            got.add(answer.expect(200).json().path("path").asText());
        }
        return got;
    }

    private List<String> paths(String list) {
        Answer answer = api.get(list);
        return answer.status() == 404
                ? List.of()
                : answer.expect(200).json().path("items").findValuesAsText("path");
    }
}
