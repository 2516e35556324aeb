package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.KeyUses;
import io.featureaccess.domain.serviceaccount.StoredKey;
import io.featureaccess.storage.SqlApiKeys;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link KeyUses} written by another thread, in a transaction of its own, once the request's is over. */
final class LateKeyUses implements KeyUses {

    private static final Logger LOG = Logger.getLogger(LateKeyUses.class);

    private final KeycloakSession session;
    private final String realm;

    LateKeyUses(KeycloakSession session, String realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public void used(StoredKey key, Instant at, Instant notSince) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        ExecutorsProvider executors = session.getProvider(ExecutorsProvider.class);
        Runnable writing = () -> write(factory, key, at, notSince);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                submit(executors, writing);
            }

            @Override
            protected void rollbackImpl() {
                submit(executors, writing);
            }
        });
    }

    private static void submit(ExecutorsProvider executors, Runnable writing) {
        try {
            executors.getExecutor("feature-access").execute(writing);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The server stops: when a key was last used is not written down", stopping);
        }
    }

    private void write(KeycloakSessionFactory factory, StoredKey key, Instant at, Instant notSince) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, later -> new SqlApiKeys(
                            later.getProvider(JpaConnectionProvider.class).getEntityManager(), realm)
                    .writeUse(key, at, notSince));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "When API key %s was last used could not be written down", key.id());
        }
    }
}
