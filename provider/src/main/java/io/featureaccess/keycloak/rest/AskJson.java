package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.role.Role;
import java.util.List;

/**
 * Which roles may be asked for, and where.
 *
 * @param roles each of them would do, weakest first
 * @param requests the route to send the request to, below this API's base
 */
record AskJson(String node, List<String> roles, String requests) {

    static AskJson of(Decision.Ask ask) {
        return of(ask.on(), ask.roles());
    }

    static AskJson of(NodePath on, List<Role> roles) {
        return new AskJson(on.toString(), roles.stream().map(Role::id).toList(), NodeRoute.of(on) + "/requests");
    }
}
