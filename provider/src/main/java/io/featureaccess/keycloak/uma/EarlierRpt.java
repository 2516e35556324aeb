package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.role.Action;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.authorization.Permission;

/** The permissions of an RPT made before, as questions to decide anew. */
final class EarlierRpt {

    private EarlierRpt() {}

    /** @param rpt null for none; one that is expired or no RPT has no permissions */
    static List<Asked> permissions(AccessToken rpt) {
        if (rpt == null || !rpt.isActive() || rpt.getAuthorization() == null) {
            return List.of();
        }
        Collection<Permission> permissions = rpt.getAuthorization().getPermissions();
        return permissions == null
                ? List.of()
                : permissions.stream()
                        .flatMap(permission -> asked(permission).stream())
                        .toList();
    }

    private static Optional<Asked> asked(Permission permission) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        permission.getScopes().forEach(scope -> Action.find(scope).ifPresent(actions::add));
        if (actions.isEmpty() || permission.getResourceId() == null) {
            return Optional.empty();
        }
        NodeRef node = NodeRef.of(new NodeId(permission.getResourceId()));
        return Optional.of(new Asked.OneNode(Optional.of(node), actions));
    }
}
