package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.rules.RecordRuleChanges;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.MapperRules;
import java.util.Optional;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;

/** Finds out who changes rules by Keycloak's own ways. */
final class KeycloakRuleChanges {

    private final KeycloakSession session;
    private final RecordRuleChanges record;

    KeycloakRuleChanges(KeycloakSession session, RecordRuleChanges record) {
        this.session = session;
        this.record = record;
    }

    void changed(Optional<MapperRules> before, Optional<MapperRules> after) {
        if (!RealmRuleMappers.isWriting(session)) {
            record.changed(caller(), before, after);
        }
    }

    /** The server itself where nobody calls, as when it imports a realm at its start. */
    private Caller caller() {
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
                .orElse(user.getUsername());
    }
}
