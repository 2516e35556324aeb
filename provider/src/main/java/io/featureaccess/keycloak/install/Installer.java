package io.featureaccess.keycloak.install;

import io.featureaccess.keycloak.resources.AccountAudiences;
import io.featureaccess.keycloak.resources.ClientRow;
import io.featureaccess.keycloak.resources.NodeOwner;
import io.featureaccess.keycloak.resources.NodeResources;
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Installs and mends in a transaction of its own, so that what fails there does not spoil the request that came first, and
 * what it wrote is there for every request after it.
 */
final class Installer {

    private static final Logger LOG = Logger.getLogger(Installer.class);
    private static final int ATTEMPTS = 4;

    private final KeycloakSessionFactory factory;

    Installer(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Several servers may do this at once. They queue at the client's row; but who comes second may still have remembered
     * that something does not exist, and fails to write it again. Then the next attempt finds it.
     *
     * @return how many resources of nodes were written again
     */
    long install(String realmId, String clientId, String adminRole) {
        for (int attempt = 1; ; attempt++) {
            try {
                return KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> installIn(session, realmId, clientId, adminRole));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
                LOG.debugf(failure, "Attempt %d to install feature access failed", attempt);
                pause(attempt);
            }
        }
    }

    private static long installIn(KeycloakSession session, String realmId, String clientId, String adminRole) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || !ClientRow.lock(session, clientId)) {
            return 0;
        }
        session.getContext().setRealm(realm);
        ClientModel client = realm.getClientById(clientId);
        int mended = Parts.put(new Target(session, realm, client, adminRole));
        NodeOwner owner = NodeOwner.find(session, client).orElseThrow();
        long resources = new NodeResources(session, owner).agreeWithNodes(realmId);
        int audiences = new AccountAudiences(session, ServiceAccountApi.AUDIENCE_MAPPER)
                .agreeWith(realmId, client.getClientId());
        if (mended + resources + audiences > 0) {
            LOG.infof(
                    "Feature access in realm %s: client %s mended in %d respects, %d resources of nodes and audiences of %d"
                            + " service accounts written",
                    realm.getName(), client.getClientId(), mended, resources, audiences);
        }
        return resources;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(100L * attempt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
