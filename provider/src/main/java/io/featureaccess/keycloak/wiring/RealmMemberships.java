package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.Memberships;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@link Memberships} through Keycloak's model, so that its caches and listeners learn of it. */
final class RealmMemberships implements Memberships {

    /** Stands in the session while memberships are written from here: whoever does it puts it on record. */
    private static final String WRITING = "feature-access.writing-memberships";

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmMemberships(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether what is being changed in this session is changed from here. */
    static boolean isWriting(KeycloakSession session) {
        return session.getAttribute(WRITING) != null;
    }

    @Override
    public void join(PrincipalId user, PrincipalId group) {
        UserModel member = user(user);
        GroupModel joined = group(group);
        write(() -> member.joinGroup(joined));
    }

    @Override
    public void leave(PrincipalId user, PrincipalId group) {
        UserModel member = user(user);
        GroupModel left = group(group);
        write(() -> member.leaveGroup(left));
    }

    private void write(Runnable change) {
        session.setAttribute(WRITING, true);
        try {
            Writable.change(change);
        } finally {
            session.removeAttribute(WRITING);
        }
    }

    /** By themself: the model's own question is answered with yes for members of subgroups too. */
    boolean isIn(PrincipalId user, PrincipalId group) {
        return user(user).getGroupsStream().anyMatch(joined -> joined.getId().equals(group.value()));
    }

    GroupModel group(PrincipalId id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id.value()))
                .orElseThrow(DomainProblem::changedMeanwhile);
    }

    private UserModel user(PrincipalId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .orElseThrow(DomainProblem::changedMeanwhile);
    }
}
