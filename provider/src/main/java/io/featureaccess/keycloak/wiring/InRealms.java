package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.install.Installation;
import io.featureaccess.storage.DueRealms;
import io.featureaccess.storage.KeptRealm;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work in the background, realm by realm: a failure in one does not stop the others. */
final class InRealms {

    private static final Logger LOG = Logger.getLogger(InRealms.class);

    private final KeycloakSessionFactory factory;
    private final InstallWatch watch;

    InRealms(KeycloakSessionFactory factory, InstallWatch watch) {
        this.factory = factory;
        this.watch = watch;
    }

    KeycloakSessionFactory factory() {
        return factory;
    }

    /** @param due which realms have anything to do */
    void each(Function<DueRealms, List<String>> due, Consumer<String> work) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> due.apply(new DueRealms(entities(session))));
        realms.forEach(realm -> inOne(realm, work));
    }

    static void inOne(String realm, Consumer<String> work) {
        try {
            work.accept(realm);
        } catch (DomainProblem elsewhere) {
            // Another server did the same at the same moment, or the realm is gone.
            LOG.debugf(elsewhere, "Realm %s", realm);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "Work in the background failed in realm %s, and will be tried again", realm);
        }
    }

    /** @param ports what the work is given, made for one transaction in the realm */
    <P> Transactions<P> transactions(String realm, Function<InRealm, P> ports) {
        return transactions(realm, ports, session -> {});
    }

    /** The same for work that nobody waits for: the realm is not removed before it is done, and there is none in one that is gone. */
    <P> Transactions<P> transactionsWhileKept(String realm, Function<InRealm, P> ports) {
        return transactions(realm, ports, session -> {
            if (!new KeptRealm(entities(session), realm).isThere()) {
                throw DomainProblem.changedMeanwhile();
            }
        });
    }

    private <P> Transactions<P> transactions(
            String realm, Function<InRealm, P> ports, Consumer<KeycloakSession> beforehand) {
        return new Transactions<>() {
            @Override
            public <T> T run(Function<P, T> work) {
                return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                    beforehand.accept(session);
                    return inRealm(session, realm, ports, work);
                });
            }
        };
    }

    /** One transaction in one realm. */
    record InRealm(KeycloakSession session, RealmModel realm, Adapters adapters) {}

    private <P, T> T inRealm(KeycloakSession session, String id, Function<InRealm, P> ports, Function<P, T> work) {
        RealmModel realm = session.realms().getRealm(id);
        session.getContext().setRealm(realm);
        Adapters adapters = new Adapters(session, realm, new Installation(session, realm, watch));
        return new Atomically(session).run(() -> work.apply(ports.apply(new InRealm(session, realm, adapters))));
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
