package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The route of a node, below the base of this API. Names of nodes need no encoding. */
final class NodeRoute {

    private static final List<String> COLLECTIONS = List.of("workspaces/", "/projects/", "/feature-sets/");

    private NodeRoute() {}

    static String of(NodePath path) {
        List<NodePath> lineage = path.lineage();
        return IntStream.range(0, lineage.size())
                .mapToObj(depth -> COLLECTIONS.get(depth) + lineage.get(depth).name())
                .collect(Collectors.joining());
    }
}
