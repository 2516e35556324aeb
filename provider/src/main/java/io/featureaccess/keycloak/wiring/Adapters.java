package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.NodeLists;
import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What stands behind the ports in one realm, in the transaction of one session. */
final class Adapters {

    private final KeycloakSession session;
    private final RealmModel realm;

    Adapters(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    FactsReader facts() {
        throw new UnsupportedOperationException("no storage behind " + entities() + " of " + realm.getId());
    }

    NodeLists nodeLists() {
        throw new UnsupportedOperationException("no storage behind " + entities() + " of " + realm.getId());
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
