package io.featureaccess.keycloak.accounts;

import io.featureaccess.application.port.ServiceAccountClients;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/** {@link ServiceAccountClients} through Keycloak's model. */
public final class RealmServiceAccounts implements ServiceAccountClients {

    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String audience;

    /** @param audience the client id of the resource server, for which the accounts' tokens are meant */
    public RealmServiceAccounts(KeycloakSession session, RealmModel realm, String audience) {
        this.session = session;
        this.realm = realm;
        this.audience = audience;
    }

    /** The user is made before it is linked: Keycloak's own way to a service account gives it the default roles and groups. */
    @Override
    public Made make(String name) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String clientId = "sa-" + HexFormat.of().formatHex(random);
        ClientModel client = new ClientShape(realm, audience).make(clientId, name);
        String username = ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + clientId;
        UserModel user = session.users().addUser(realm, KeycloakModelUtils.generateId(), username, false, false);
        user.setEnabled(true);
        user.setServiceAccountClientLink(client.getId());
        return new Made(new PrincipalId(user.getId()), clientId, client.getId());
    }

    @Override
    public void rename(PrincipalId account, String name) {
        client(user(account)).setName(name);
    }

    @Override
    public void activate(PrincipalId account) {
        UserModel user = user(account);
        client(user).setEnabled(true);
        user.setEnabled(true);
    }

    /** The second after this one: a token of this very second is not older than this second. */
    @Override
    public void deactivate(PrincipalId account) {
        UserModel user = user(account);
        ClientModel client = client(user);
        client.setEnabled(false);
        client.setNotBefore((int) (Time.currentTimeMillis() / 1000) + 1);
        user.setEnabled(false);
    }

    @Override
    public void remove(PrincipalId account) {
        new ClientManager(new RealmManager(session)).removeClient(realm, client(user(account)));
    }

    private UserModel user(PrincipalId account) {
        return Optional.ofNullable(session.users().getUserById(realm, account.value()))
                .orElseThrow(() -> DomainProblem.notFound("service account"));
    }

    private ClientModel client(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink())
                .map(realm::getClientById)
                .orElseThrow(() -> DomainProblem.notFound("service account"));
    }
}
