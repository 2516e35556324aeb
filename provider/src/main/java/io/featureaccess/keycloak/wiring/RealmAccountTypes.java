package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.InstallationApi;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** {@link AccountTypes} as a role of the resource server's client, given and taken through Keycloak's model. */
final class RealmAccountTypes implements AccountTypes {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstallationApi installation;
    private final RuleHoldings rules;

    RealmAccountTypes(KeycloakSession session, RealmModel realm, InstallationApi installation, RuleHoldings rules) {
        this.session = session;
        this.realm = realm;
        this.installation = installation;
        this.rules = rules;
    }

    @Override
    public void makeAdmin(PrincipalId id) {
        ClientModel client = installation.client().orElseThrow(() -> DomainProblem.notFound("resource server"));
        String name = installation.adminRole();
        RoleModel role = Optional.ofNullable(client.getRole(name)).orElseGet(() -> client.addRole(name));
        UserModel user = user(id);
        Writable.change(() -> user.grantRole(role));
    }

    @Override
    public boolean keepAdmin(PrincipalId id) {
        return rules.keepAdminByHand(id);
    }

    @Override
    public void makePrincipal(PrincipalId id) {
        installation
                .client()
                .map(client -> client.getRole(installation.adminRole()))
                .ifPresent(role -> Writable.change(() -> user(id).deleteRoleMapping(role)));
    }

    private UserModel user(PrincipalId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .orElseThrow(() -> DomainProblem.notFound("user or service account"));
    }
}
