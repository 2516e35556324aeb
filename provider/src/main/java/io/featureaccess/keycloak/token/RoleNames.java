package io.featureaccess.keycloak.token;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.grant.GrantTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * The flat shape: {@code <path>:<role>}, {@code *:<role>} on all workspaces, and {@code left-out:<kind>} where there was no
 * room. No path has a colon or a star, and no role is called like a kind, so that none can be taken for another.
 */
final class RoleNames {

    private static final String LEFT_OUT = "left-out:";

    private RoleNames() {}

    static List<String> of(RoleSummary summary) {
        List<String> names = new ArrayList<>();
        summary.allWorkspaces().forEach(role -> names.add(GrantTarget.ALL_WORKSPACES + ":" + role.id()));
        summary.roles().forEach((path, roles) -> roles.forEach(role -> names.add(path + ":" + role.id())));
        summary.leftOut().forEach(kind -> names.add(LEFT_OUT + kind.id()));
        return names;
    }
}
