package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Resource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.authorization.Permission;

/** Decides anew about the permissions that an RPT was given, and leaves in it those that still hold. */
final class RptReview {

    private final KeycloakSession session;

    RptReview(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Permissions of other resource servers stay as they are.
     *
     * @param token is changed
     * @return false if the token had permissions and none is left
     */
    boolean leavesPermissions(AccessToken token, UserModel user) {
        AccessToken.Authorization authorization = token.getAuthorization();
        if (authorization == null
                || authorization.getPermissions() == null
                || authorization.getPermissions().isEmpty()) {
            return true;
        }
        Collection<Permission> reviewed = session.getProvider(FeatureAccessProvider.class)
                .installation()
                .client()
                .map(client -> reviewed(authorization.getPermissions(), client, token, user))
                .orElse(authorization.getPermissions());
        authorization.setPermissions(reviewed);
        return !reviewed.isEmpty();
    }

    private Collection<Permission> reviewed(
            Collection<Permission> permissions, ClientModel client, AccessToken token, UserModel user) {
        boolean forUs = token.hasAudience(client.getClientId());
        Map<Boolean, List<Permission>> ours = permissions.stream()
                .collect(Collectors.partitioningBy(permission -> isOurs(permission, client, forUs)));
        if (ours.get(true).isEmpty()) {
            return permissions;
        }
        Map<NodeRef, PermittedActions> permitted = decide(ours.get(true), user);
        List<Permission> left = new ArrayList<>(ours.get(false));
        ours.get(true).stream()
                .map(permission -> narrowed(permission, permitted))
                .filter(permission -> !permission.getScopes().isEmpty())
                .forEach(left::add);
        return left;
    }

    /** @param forUs whether a resource that is gone was ours */
    private boolean isOurs(Permission permission, ClientModel client, boolean forUs) {
        Resource resource = permission.getResourceId() == null
                ? null
                : session.getProvider(AuthorizationProvider.class)
                        .getStoreFactory()
                        .getResourceStore()
                        .findById(null, permission.getResourceId());
        return resource == null
                ? forUs
                : resource.getResourceServer().getClientId().equals(client.getId());
    }

    private Map<NodeRef, PermittedActions> decide(List<Permission> permissions, UserModel user) {
        Set<NodeRef> nodes = permissions.stream()
                .filter(permission -> permission.getResourceId() != null)
                .map(RptReview::node)
                .collect(Collectors.toSet());
        return session.getProvider(FeatureAccessProvider.class)
                .decisions()
                .permitted(new PrincipalId(user.getId()), nodes);
    }

    private static NodeRef node(Permission permission) {
        return NodeRef.of(new NodeId(permission.getResourceId()));
    }

    private static Permission narrowed(Permission permission, Map<NodeRef, PermittedActions> permitted) {
        PermittedActions found = permission.getResourceId() == null ? null : permitted.get(node(permission));
        Set<String> scopes = new HashSet<>(permission.getScopes());
        scopes.removeIf(scope -> found == null
                || Action.find(scope).filter(found.actions()::contains).isEmpty());
        return new Permission(permission.getResourceId(), permission.getResourceName(), scopes, permission.getClaims());
    }
}
