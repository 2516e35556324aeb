package io.featureaccess.keycloak.install;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.InstallationApi;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** {@link InstallationApi} for one realm. */
public final class Installation implements InstallationApi {

    private static final Logger LOG = Logger.getLogger(Installation.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Settings settings;
    private final InstallWatch watch;

    public Installation(KeycloakSession session, RealmModel realm, InstallWatch watch) {
        this.session = session;
        this.realm = realm;
        this.settings = new Settings(realm);
        this.watch = watch;
    }

    @Override
    public Optional<ClientModel> client() {
        return settings.client();
    }

    @Override
    public String adminRole() {
        return settings.adminRole();
    }

    @Override
    public Optional<ClientModel> ensureInstalled() {
        Optional<ClientModel> client = client();
        if (client.isPresent() && !isFine(client.get())) {
            tryInstall(client.get());
        }
        return client;
    }

    @Override
    public Optional<ClientModel> expectInstalled() {
        Optional<ClientModel> client = client();
        return client.filter(known -> watch.lookedLately(known.getId())).isPresent() ? client : ensureInstalled();
    }

    /** By a glance at what is cached, and by a closer look every few seconds. */
    private boolean isFine(ClientModel client) {
        if (watch.failedLately(client.getId())) {
            return true;
        }
        if (watch.isNew(client.getId())) {
            return false;
        }
        Target target = new Target(session, realm, client, adminRole());
        if (watch.lookedLately(client.getId())) {
            return Parts.atAGlance(target);
        }
        boolean fine = Parts.inPlace(target);
        if (fine) {
            watch.found(client.getId());
        }
        return fine;
    }

    private void tryInstall(ClientModel client) {
        long asked = System.nanoTime();
        Lock lock = watch.lock(client.getId());
        lock.lock();
        try {
            if (!watch.foundSince(client.getId(), asked)) {
                install(client);
            }
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure,
                    "Feature access in realm %s: client %s is not as it must be, and that could not be mended",
                    realm.getName(),
                    client.getClientId());
            watch.failed(client.getId());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long mend() {
        return install(client().orElseThrow(() -> DomainProblem.notFound("resource server")));
    }

    private long install(ClientModel client) {
        Installer installer = new Installer(session.getKeycloakSessionFactory());
        long written = installer.install(realm.getId(), client.getId(), adminRole());
        watch.found(client.getId());
        return written;
    }
}
