package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.NodeLists;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.keycloak.notices.AdminEvents;
import io.featureaccess.keycloak.resources.NodeOwner;
import io.featureaccess.keycloak.resources.NodeResources;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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

    Adapters(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    FactsReader facts() {
        throw missing();
    }

    NodeLists nodeLists() {
        throw missing();
    }

    Nodes nodes() {
        throw missing();
    }

    Grants grants() {
        throw missing();
    }

    Directory directory() {
        throw missing();
    }

    AuditLog auditLog() {
        throw missing();
    }

    /** Without a resource server there is nothing to write to; the installer will, when there is one. */
    AuthorizationResources resources(Optional<ClientModel> client) {
        return client.flatMap(found -> NodeOwner.find(session, found))
                .<AuthorizationResources>map(owner -> new NodeResources(session, owner))
                .orElse(NO_RESOURCES);
    }

    ChangeNotices notices() {
        return new AdminEvents(session, realm);
    }

    private UnsupportedOperationException missing() {
        return new UnsupportedOperationException("no storage behind " + entities() + " of " + realm.getId());
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
