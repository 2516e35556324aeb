package io.featureaccess.keycloak.resources;

import jakarta.persistence.LockModeType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.ClientEntity;

/** The database's row of a client, at which servers queue that install on it at the same time. */
public final class ClientRow {

    private ClientRow() {}

    /**
     * Locks the row until the transaction ends.
     *
     * @return false where the client is gone
     */
    public static boolean lock(KeycloakSession session, String clientId) {
        return session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .find(ClientEntity.class, clientId, LockModeType.PESSIMISTIC_WRITE)
                != null;
    }
}
