package io.featureaccess.keycloak.install;

import io.featureaccess.keycloak.resources.AccountAudiences;
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import org.keycloak.models.ClientModel.ClientIdChangeEvent;
import org.keycloak.models.RealmModel;

/**
 * Follows the resource server when its client gets another name, in the same transaction: the realm knows it by that name from then on, and
 * the tokens of service accounts that were made before are for it.
 */
public final class RenamedServer {

    private RenamedServer() {}

    public static void follow(ClientIdChangeEvent renamed) {
        RealmModel realm = renamed.getUpdatedClient().getRealm();
        Settings settings = new Settings(realm);
        if (settings.clientName().equals(renamed.getPreviousClientId())) {
            settings.setClientName(renamed.getNewClientId());
            new AccountAudiences(renamed.getKeycloakSession(), ServiceAccountApi.AUDIENCE_MAPPER)
                    .agreeWith(realm.getId(), renamed.getNewClientId());
        }
    }
}
