package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.GroupMembers;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link GroupRegister} and {@link GroupMembers} through Keycloak's model, so that its caches and listeners learn of it. */
final class RealmGroups implements GroupRegister, GroupMembers {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmMemberships memberships;
    private final RuleHoldings rules;

    RealmGroups(KeycloakSession session, RealmModel realm, RuleHoldings rules) {
        this.session = session;
        this.realm = realm;
        this.memberships = new RealmMemberships(session, realm);
        this.rules = rules;
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
    public boolean join(PrincipalId member, PrincipalId group) {
        if (memberships.isIn(member, group)) {
            return rules.keepByHand(member, group);
        }
        memberships.join(member, group);
        return true;
    }

    @Override
    public boolean leave(PrincipalId member, PrincipalId group) {
        if (!memberships.isIn(member, group)) {
            return false;
        }
        memberships.leave(member, group);
        return true;
    }

    private GroupModel group(PrincipalId id) {
        return memberships.group(id);
    }
}
