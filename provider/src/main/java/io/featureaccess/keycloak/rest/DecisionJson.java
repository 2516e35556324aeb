package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.Reason;
import java.util.List;

/**
 * A decision.
 *
 * @param node the path that was asked about
 * @param wouldPermit the smallest grant that would permit it; absent where none would, or where nothing may be told
 * @param ask what to ask for; absent where the principal does not see where
 */
record DecisionJson(
        String action, String node, boolean permit, List<ReasonJson> reasons, GrantedOnJson wouldPermit, AskJson ask) {

    record ReasonJson(String code, String text) {

        static ReasonJson of(Reason reason) {
            return new ReasonJson(reason.code().id(), reason.text());
        }
    }

    record GrantedOnJson(String role, String grantedOn) {}

    static DecisionJson of(Decision decision) {
        return new DecisionJson(
                decision.question().action().id(),
                decision.question().node().toString(),
                decision.permit(),
                decision.reasons().stream().map(ReasonJson::of).toList(),
                decision.smallestGrant()
                        .map(grant -> new GrantedOnJson(
                                grant.role().id(), grant.grantedOn().toString()))
                        .orElse(null),
                decision.ask().map(AskJson::of).orElse(null));
    }
}
