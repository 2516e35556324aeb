package io.featureaccess.application.rules;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.rule.MapperRules;
import java.util.Optional;

/** Puts on record what somebody does to rules in Keycloak's own administration, where nobody is asked for a reason. */
public final class RecordRuleChanges {

    private final AuditTrail trail;

    public RecordRuleChanges(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param before empty where there were no such rules
     * @param after empty where there are none any more
     */
    public void changed(Caller caller, Optional<MapperRules> before, Optional<MapperRules> after) {
        if (before.equals(after)) {
            return;
        }
        Change change = Change.of(AuditChange.RULES_CHANGED);
        Change from = before.map(RuleSnapshots::of).map(change::from).orElse(change);
        trail.record(caller, after.map(RuleSnapshots::of).map(from::to).orElse(from));
    }
}
