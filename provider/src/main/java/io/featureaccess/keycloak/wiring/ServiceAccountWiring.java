package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.ChangeServiceAccount;
import io.featureaccess.application.CheckApiKey;
import io.featureaccess.application.CreateServiceAccount;
import io.featureaccess.application.ListServiceAccounts;
import io.featureaccess.application.ManageApiKeys;
import io.featureaccess.application.NewKeys;
import io.featureaccess.application.Principals;
import io.featureaccess.application.ServiceAccountGate;
import io.featureaccess.application.ServiceAccountRegister;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.keycloak.accounts.RealmServiceAccounts;
import io.featureaccess.keycloak.spi.ApiKeyApi;
import io.featureaccess.keycloak.spi.InstallationApi;
import io.featureaccess.keycloak.spi.RealmAttributes;
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import io.featureaccess.storage.SqlApiKeys;
import io.featureaccess.storage.SqlServiceAccounts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Service accounts and their keys: which use case gets which adapters. */
final class ServiceAccountWiring {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    ServiceAccountWiring(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
    }

    ServiceAccountApi accounts(Adapters adapters, InstallationApi installation) {
        AuditTrail trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
        ServiceAccounts accounts = new SqlServiceAccounts(entities(), realm.getId());
        ServiceAccountGate gate = new ServiceAccountGate(adapters.directory(), accounts);
        String audience = installation.client().map(ClientModel::getClientId).orElse("");
        ServiceAccountRegister register =
                new ServiceAccountRegister(accounts, new RealmServiceAccounts(session, realm, audience), trail, clock);
        NewKeys newKeys = new NewKeys(keys(), trail, clock);
        int quota = RealmNumbers.positive(
                realm, RealmAttributes.MAX_SERVICE_ACCOUNTS, RealmAttributes.USUAL_MAX_SERVICE_ACCOUNTS);
        return new ServiceAccountUseCases(
                new ListServiceAccounts(gate, accounts),
                new CreateServiceAccount(gate, register, newKeys, quota),
                new ChangeServiceAccount(gate, register, new Principals(adapters.directory())),
                new ManageApiKeys(gate, keys(), newKeys, trail));
    }

    ApiKeyApi keyChecks() {
        return new CheckApiKey(keys(), new LateKeyUses(session, realm.getId()), clock)::check;
    }

    private SqlApiKeys keys() {
        return new SqlApiKeys(entities(), realm.getId());
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
