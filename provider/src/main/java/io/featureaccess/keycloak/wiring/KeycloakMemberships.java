package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.people.RecordMemberships;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.install.Installation;
import java.time.Clock;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Hears of memberships that come and go by Keycloak's own ways, and has them put on record in the same transaction; ours are on
 * record already. Of those that go with their user or group Keycloak says nothing.
 */
final class KeycloakMemberships implements ProviderEventListener {

    private final InstallWatch watch;
    private final Clock clock;

    KeycloakMemberships(InstallWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** What is put on record. */
    private interface Step {
        void record(RecordMemberships memberships, Caller by, PrincipalId member, PrincipalId group);
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof GroupMemberJoinEvent joined) {
            record(joined, joined.getUser(), RecordMemberships::joined);
        } else if (event instanceof GroupMemberLeaveEvent left) {
            record(left, left.getUser(), RecordMemberships::left);
        }
    }

    private void record(GroupEvent event, UserModel member, Step step) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        if (realm == null || RealmMemberships.isWriting(session)) {
            return;
        }
        Installation installation = new Installation(session, realm, watch);
        if (installation.client().isPresent()) {
            Adapters adapters = new Adapters(session, realm, installation);
            AuditTrail trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
            step.record(
                    new RecordMemberships(adapters.directory(), trail),
                    new KeycloakCaller(session).caller(),
                    new PrincipalId(member.getId()),
                    new PrincipalId(event.getGroup().getId()));
        }
    }
}
