package io.featureaccess.keycloak.install;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.InstallationApi;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** {@link InstallationApi} for one realm. */
public final class Installation implements InstallationApi {

    private final Settings settings;

    public Installation(KeycloakSession session, RealmModel realm) {
        this.settings = new Settings(realm);
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
        return client();
    }

    @Override
    public long mend() {
        client().orElseThrow(() -> DomainProblem.notFound("resource server"));
        return 0;
    }
}
