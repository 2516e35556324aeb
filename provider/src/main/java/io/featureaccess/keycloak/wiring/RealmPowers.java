package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.ServerPowers;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** {@link ServerPowers} as roles of Keycloak's own clients for administration, direct, by composite or by group. */
final class RealmPowers implements ServerPowers {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmPowers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public boolean heldBy(PrincipalId id) {
        UserModel user = session.users().getUserById(realm, id.value());
        GroupModel group = user == null ? session.groups().getGroupById(realm, id.value()) : null;
        Stream<RoleModel> roles =
                user != null ? RoleUtils.getDeepUserRoleMappings(user).stream() : deepRoles(group).stream();
        return roles.anyMatch(RealmPowers::administers);
    }

    /** Of the group, and of those that it lies in. */
    private static Set<RoleModel> deepRoles(GroupModel group) {
        Set<RoleModel> direct = Stream.iterate(
                        Optional.ofNullable(group), Optional::isPresent, one -> one.map(GroupModel::getParent))
                .flatMap(Optional::stream)
                .flatMap(GroupModel::getRoleMappingsStream)
                .collect(Collectors.toSet());
        return RoleUtils.expandCompositeRoles(new HashSet<>(direct));
    }

    /** In the realm {@code master} the roles over all realms, and over each, are there by other names. */
    private static boolean administers(RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            return client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID)
                    || AdminRoles.ALL_ROLES.contains(role.getName())
                            && client.getClientId().endsWith("-realm");
        }
        return role.getName().equals(AdminRoles.ADMIN) && role.isComposite()
                || role.getName().equals(AdminRoles.CREATE_REALM);
    }
}
