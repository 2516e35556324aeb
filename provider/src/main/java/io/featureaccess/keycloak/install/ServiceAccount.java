package io.featureaccess.keycloak.install;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RoleModel;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/** The client's service account: it owns the nodes' resources, and services ask as it. */
final class ServiceAccount implements Part {

    /** Where the account alone is removed, {@code InstanceRemoved} says so. */
    @Override
    public boolean atAGlance(Target target) {
        return target.client().isServiceAccountsEnabled();
    }

    @Override
    public boolean inPlace(Target target) {
        RoleModel protection = target.client().getRole(Constants.AUTHZ_UMA_PROTECTION);
        return atAGlance(target)
                && protection != null
                && target.serviceAccount()
                        .filter(account -> account.hasRole(protection))
                        .isPresent();
    }

    /** The role is what Keycloak's protection API asks for: resources are looked up there by their names. */
    @Override
    public void put(Target target) {
        ClientModel client = target.client();
        new ClientManager(new RealmManager(target.session())).enableServiceAccount(client);
        RoleModel protection = client.getRole(Constants.AUTHZ_UMA_PROTECTION);
        if (protection == null) {
            protection = client.addRole(Constants.AUTHZ_UMA_PROTECTION);
        }
        target.serviceAccount().orElseThrow().grantRole(protection);
    }
}
