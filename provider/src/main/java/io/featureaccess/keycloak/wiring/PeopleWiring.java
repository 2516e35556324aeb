package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.people.ChangeGroup;
import io.featureaccess.application.people.ChangeMembers;
import io.featureaccess.application.people.CreateGroup;
import io.featureaccess.application.people.DeleteGroup;
import io.featureaccess.application.people.Departure;
import io.featureaccess.application.people.GainedAccess;
import io.featureaccess.application.people.GrantsGone;
import io.featureaccess.application.people.InviteUsers;
import io.featureaccess.application.people.KeptOwners;
import io.featureaccess.application.people.ListGroups;
import io.featureaccess.application.people.MembershipRules;
import io.featureaccess.application.people.MoveRules;
import io.featureaccess.application.people.PeopleGate;
import io.featureaccess.application.people.RemoveUser;
import io.featureaccess.application.people.ShowUser;
import io.featureaccess.application.people.UnlockUser;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.keycloak.spi.GroupApi;
import io.featureaccess.keycloak.spi.UserApi;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Users and groups: which use case gets which adapters. */
final class PeopleWiring {

    private final Adapters adapters;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final AuditTrail trail;

    PeopleWiring(Adapters adapters, KeycloakSession session, Clock clock) {
        this.adapters = adapters;
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
        this.trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
    }

    GroupApi groups() {
        Groups groups = adapters.groups();
        RealmGroups register = new RealmGroups(session, realm, adapters.ruleHoldings());
        KeptOwners owners = new KeptOwners(adapters.ownerships());
        GainedAccess gained = new GainedAccess(adapters.ownerships(), trail, clock);
        return new GroupUseCases(
                new ListGroups(gate(), groups),
                new CreateGroup(gate(), groups, register, trail),
                new ChangeGroup(gate(), groups, register, new MoveRules(gained, owners), trail),
                new DeleteGroup(gate(), groups, register, departure(), trail),
                new ChangeMembers(gate(), groups, register, new MembershipRules(gained, owners), trail));
    }

    UserApi users() {
        RealmUsers users = new RealmUsers(session, realm);
        RealmLockouts lockouts = new RealmLockouts(session, realm);
        return new UserUseCases(
                new ShowUser(gate(), adapters.directory(), users, lockouts, adapters.invitations()),
                new InviteUsers(gate(), users, adapters.invitations(), trail, clock),
                new RemoveUser(gate(), adapters.groups(), users, departure(), trail),
                new UnlockUser(gate(), lockouts, trail));
    }

    private Departure departure() {
        Ownerships ownerships = adapters.ownerships();
        return new Departure(
                new KeptOwners(ownerships), new GrantsGone(ownerships, adapters.directory(), trail, clock));
    }

    private PeopleGate gate() {
        return new PeopleGate(
                adapters.directory(), adapters.grants(), adapters.groups(), new RealmPowers(session, realm));
    }
}
