package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.principal.Principal;

/**
 * A row of the record.
 *
 * @param before a JSON object, as it was kept
 * @param after a JSON object, as it was kept
 */
record AuditRowJson(
        String id,
        String at,
        String actor,
        String actorId,
        String change,
        String node,
        String nodeId,
        String principal,
        String principalId,
        @JsonRawValue String before,
        @JsonRawValue String after,
        String reason,
        String address) {

    static AuditRowJson of(AuditRow row) {
        return new AuditRowJson(
                row.id(),
                row.at().toString(),
                row.actor(),
                row.actorId().value(),
                row.change().id(),
                row.node().map(node -> node.path().toString()).orElse(null),
                row.node().map(node -> node.id().value()).orElse(null),
                row.principal().map(Principal::reference).orElse(null),
                row.principal().map(principal -> principal.id().value()).orElse(null),
                row.before().orElse(null),
                row.after().orElse(null),
                row.reason().orElse(null),
                row.address());
    }
}
