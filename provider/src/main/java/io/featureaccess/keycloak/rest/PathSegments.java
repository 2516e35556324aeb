package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;

/**
 * The names in a route that lead to a node. A malformed one is answered as one that no node has: there cannot be any.
 *
 * @param names as they were sent, decoded
 */
record PathSegments(List<String> names) {

    static PathSegments of(String... names) {
        return new PathSegments(List.of(names));
    }

    /** @throws DomainProblem {@code no-such-node} */
    NodePath path() {
        boolean slash = names.stream().anyMatch(name -> name.indexOf('/') >= 0);
        if (slash) {
            throw DomainProblem.noSuchNode();
        }
        return NodePath.tryParse(String.join("/", names)).orElseThrow(DomainProblem::noSuchNode);
    }
}
