package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.rules.RecordRuleChanges;
import io.featureaccess.domain.rule.MapperRules;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Tells changes of rules by Keycloak's own ways from ours, which are on record already. */
final class KeycloakRuleChanges {

    private final KeycloakSession session;
    private final RecordRuleChanges record;

    KeycloakRuleChanges(KeycloakSession session, RecordRuleChanges record) {
        this.session = session;
        this.record = record;
    }

    void changed(Optional<MapperRules> before, Optional<MapperRules> after) {
        if (!RealmRuleMappers.isWriting(session)) {
            record.changed(new KeycloakCaller(session).caller(), before, after);
        }
    }
}
