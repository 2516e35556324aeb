package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;

/** Finds out who changes something by Keycloak's own ways. */
final class KeycloakCaller {

    private final KeycloakSession session;

    KeycloakCaller(KeycloakSession session) {
        this.session = session;
    }

    /** The server itself where nobody calls, as when it imports a realm at its start, or somebody logs in. */
    Caller caller() {
        String address = Optional.ofNullable(session.getContext().getConnection())
                .map(ClientConnection::getRemoteAddr)
                .orElse(Caller.SYSTEM.address());
        return Optional.ofNullable(session.getContext().getUser())
                .map(user -> new Caller(new PrincipalId(user.getId()), name(user), false, Optional.empty(), address))
                .orElseGet(() ->
                        new Caller(Caller.SYSTEM.principal(), Caller.SYSTEM.name(), false, Optional.empty(), address));
    }

    /** Administrators of the server are of another realm, which may have the same names. */
    private String name(UserModel user) {
        String here = session.getContext().getRealm().getName();
        return Optional.ofNullable(session.getContext().getBearerToken())
                .filter(JsonWebToken.class::isInstance)
                .map(token -> ((JsonWebToken) token).getIssuer())
                .map(issuer -> issuer.substring(issuer.lastIndexOf('/') + 1))
                .filter(realm -> !realm.equals(here))
                .map(realm -> user.getUsername() + " (realm " + realm + ")")
                .orElseGet(() -> nameHere(user));
    }

    /** A service account is known by its client. */
    private String nameHere(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink())
                .map(client ->
                        session.clients().getClientById(session.getContext().getRealm(), client))
                .map(ClientModel::getClientId)
                .orElse(user.getUsername());
    }
}
