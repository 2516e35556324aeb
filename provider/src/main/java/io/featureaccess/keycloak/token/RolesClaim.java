package io.featureaccess.keycloak.token;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.IDToken;

/** The shape that says everything apart: {@code {accountType, allWorkspaces, roles: {path: [role]}, leftOut?: [kind]}}. */
final class RolesClaim {

    static final String NAME = "feature_access";

    private RolesClaim() {}

    static void set(IDToken token, RoleSummary summary) {
        token.getOtherClaims().put(NAME, json(summary));
    }

    static Map<String, Object> json(RoleSummary summary) {
        Map<String, Object> roles = new LinkedHashMap<>();
        summary.roles().forEach((path, held) -> roles.put(path.toString(), ids(held)));
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("accountType", summary.accountType().id());
        claim.put("allWorkspaces", ids(summary.allWorkspaces()));
        claim.put("roles", roles);
        if (!summary.leftOut().isEmpty()) {
            claim.put("leftOut", summary.leftOut().stream().map(NodeKind::id).toList());
        }
        return claim;
    }

    private static List<String> ids(List<Role> roles) {
        return roles.stream().map(Role::id).toList();
    }
}
