package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.notice.TellOwners;
import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.HeldRoles;
import io.featureaccess.application.port.Invitations;
import io.featureaccess.application.port.Letters;
import io.featureaccess.application.port.MailPreferences;
import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.application.port.NodeLists;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.application.port.Recipients;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.port.RoleShifts;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.application.port.TokenLifespans;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.keycloak.notices.AdminEvents;
import io.featureaccess.keycloak.resources.NodeOwner;
import io.featureaccess.keycloak.resources.NodeResources;
import io.featureaccess.keycloak.spi.InstallationApi;
import io.featureaccess.storage.SqlAuditLog;
import io.featureaccess.storage.SqlAuditSeals;
import io.featureaccess.storage.SqlClientLifespans;
import io.featureaccess.storage.SqlDirectory;
import io.featureaccess.storage.SqlFactsReader;
import io.featureaccess.storage.SqlGrantEnds;
import io.featureaccess.storage.SqlGrants;
import io.featureaccess.storage.SqlGroups;
import io.featureaccess.storage.SqlHeldRoles;
import io.featureaccess.storage.SqlInvitations;
import io.featureaccess.storage.SqlLetters;
import io.featureaccess.storage.SqlMailPreferences;
import io.featureaccess.storage.SqlMembershipOrigins;
import io.featureaccess.storage.SqlNodeLists;
import io.featureaccess.storage.SqlNodes;
import io.featureaccess.storage.SqlOutbox;
import io.featureaccess.storage.SqlOwnerships;
import io.featureaccess.storage.SqlRecipients;
import io.featureaccess.storage.SqlRequests;
import io.featureaccess.storage.SqlRoleShifts;
import io.featureaccess.storage.SqlRuleHoldings;
import io.featureaccess.storage.SqlServiceAccounts;
import io.featureaccess.storage.SqlTransfers;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** What stands behind the ports in one realm, in the transaction of one session. */
final class Adapters {

    private static final AuthorizationResources NO_RESOURCES = new AuthorizationResources() {
        @Override
        public void add(List<Node> nodes) {}

        @Override
        public void remove(List<NodeId> ids) {}
    };

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstallationApi installation;

    Adapters(KeycloakSession session, RealmModel realm, InstallationApi installation) {
        this.session = session;
        this.realm = realm;
        this.installation = installation;
    }

    FactsReader facts() {
        return new SqlFactsReader(entities(), realm.getId(), adminRole());
    }

    NodeLists nodeLists() {
        return new SqlNodeLists(entities(), realm.getId(), adminRole());
    }

    HeldRoles heldRoles() {
        return new SqlHeldRoles(entities(), realm.getId(), adminRole());
    }

    Nodes nodes() {
        return new SqlNodes(entities(), realm.getId());
    }

    Grants grants() {
        return new SqlGrants(entities(), realm.getId());
    }

    Requests requests() {
        return new SqlRequests(entities(), realm.getId(), adminRole());
    }

    ServiceAccounts serviceAccounts() {
        return new SqlServiceAccounts(entities(), realm.getId());
    }

    Transfers transfers() {
        return new SqlTransfers(entities(), realm.getId());
    }

    Directory directory() {
        return new SqlDirectory(entities(), realm.getId(), adminRole());
    }

    Groups groups() {
        return new SqlGroups(entities(), realm.getId());
    }

    RuleHoldings ruleHoldings() {
        return new SqlRuleHoldings(entities(), realm.getId(), this::adminRole);
    }

    MembershipOrigins membershipOrigins() {
        return new SqlMembershipOrigins(entities(), realm.getId());
    }

    RoleShifts roleShifts() {
        return new SqlRoleShifts(entities(), realm.getId());
    }

    Ownerships ownerships() {
        return new SqlOwnerships(entities(), realm.getId());
    }

    Invitations invitations() {
        return new SqlInvitations(entities(), realm.getId());
    }

    AuditLog auditLog() {
        return new SqlAuditLog(entities(), realm.getId(), Clock.systemUTC());
    }

    /** Without a resource server there is nothing to write to; the installer will, when there is one. */
    AuthorizationResources resources(Optional<ClientModel> client) {
        return client.flatMap(found -> NodeOwner.find(session, found))
                .<AuthorizationResources>map(owner -> new NodeResources(session, owner))
                .orElse(NO_RESOURCES);
    }

    /** Keeps nothing where nothing could be sent. */
    Outbox outbox() {
        return mailServer().isEmpty() ? notices -> {} : new SqlOutbox(entities(), realm.getId(), Clock.systemUTC());
    }

    Letters letters() {
        return new SqlLetters(entities(), realm.getId());
    }

    Recipients recipients() {
        return new SqlRecipients(entities(), realm.getId(), adminRole());
    }

    TokenLifespans tokenLifespans() {
        return ConfiguredLifespans.of(realm, new SqlClientLifespans(entities(), realm.getId()));
    }

    AuditSeals auditSeals() {
        return new SqlAuditSeals(entities(), realm.getId());
    }

    MailPreferences mailPreferences() {
        return new SqlMailPreferences(entities(), realm.getId());
    }

    GrantEnds grantEnds() {
        return new SqlGrantEnds(entities(), realm.getId());
    }

    /** Empty where the realm has none. */
    Map<String, String> mailServer() {
        Map<String, String> server = realm.getSmtpConfig();
        return server == null || server.get("host") == null ? Map.of() : server;
    }

    ChangeNotices notices() {
        ChangeNotices events = new AdminEvents(session, realm);
        ChangeNotices letters = new TellOwners(outbox());
        return rows -> {
            events.changed(rows);
            letters.changed(rows);
        };
    }

    /** The id of the role that makes an admin, blank where it is not there yet. */
    private String adminRole() {
        return installation
                .client()
                .map(client -> client.getRole(installation.adminRole()))
                .map(RoleModel::getId)
                .orElse("");
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
