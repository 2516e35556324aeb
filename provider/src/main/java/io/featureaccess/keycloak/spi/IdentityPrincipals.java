package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Turns the id of an Authorization Services identity into a principal. That id is a user's, save for the service account
 * of a client that is itself a resource server, and for the client subjects of AuthZEN: there it is the client's.
 */
public final class IdentityPrincipals {

    private IdentityPrincipals() {}

    /** Empty where neither a user nor a client with a service account has that id. */
    public static Optional<PrincipalId> find(KeycloakSession session, String identity) {
        if (identity == null) {
            return Optional.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        if (session.users().getUserById(realm, identity) != null) {
            return Optional.of(new PrincipalId(identity));
        }
        ClientModel client = realm.getClientById(identity);
        return Optional.ofNullable(client)
                .filter(ClientModel::isServiceAccountsEnabled)
                .map(session.users()::getServiceAccount)
                .map(user -> new PrincipalId(user.getId()));
    }
}
