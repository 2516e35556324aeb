package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.GroupMembers;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link GroupRegister} and {@link GroupMembers} through Keycloak's model, so that its caches and listeners learn of it. */
final class RealmGroups implements GroupRegister, GroupMembers {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmGroups(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public PrincipalId add(String name, Optional<PrincipalId> parent) {
        GroupModel above = parent.map(this::group).orElse(null);
        return new PrincipalId(session.groups().createGroup(realm, name, above).getId());
    }

    @Override
    public void rename(PrincipalId id, String name) {
        GroupModel group = group(id);
        String before = KeycloakModelUtils.buildGroupPath(group);
        group.setName(name);
        GroupPathChangeEvent.fire(group, KeycloakModelUtils.buildGroupPath(group), before, session);
    }

    @Override
    public void move(PrincipalId id, Optional<PrincipalId> parent) {
        session.groups().moveGroup(realm, group(id), parent.map(this::group).orElse(null));
    }

    @Override
    public void remove(PrincipalId id) {
        session.groups().removeGroup(realm, group(id));
    }

    @Override
    public boolean join(PrincipalId member, PrincipalId id) {
        UserModel user = user(member);
        GroupModel group = group(id);
        if (isIn(user, group)) {
            return false;
        }
        Writable.change(() -> user.joinGroup(group));
        return true;
    }

    @Override
    public boolean leave(PrincipalId member, PrincipalId id) {
        UserModel user = user(member);
        GroupModel group = group(id);
        if (!isIn(user, group)) {
            return false;
        }
        Writable.change(() -> user.leaveGroup(group));
        return true;
    }

    /** By themself: the model's own question is answered with yes for members of subgroups too. */
    private static boolean isIn(UserModel user, GroupModel group) {
        return user.getGroupsStream().anyMatch(joined -> joined.getId().equals(group.getId()));
    }

    private GroupModel group(PrincipalId id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id.value()))
                .orElseThrow(DomainProblem::changedMeanwhile);
    }

    private UserModel user(PrincipalId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .orElseThrow(DomainProblem::changedMeanwhile);
    }
}
