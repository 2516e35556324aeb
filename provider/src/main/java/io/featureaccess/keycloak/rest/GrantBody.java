package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sent to give roles: one grant, or a list of them.
 *
 * @param list whether it was a list, so that the answer is one too
 */
record GrantBody(List<WantedGrant> wanted, boolean list) {

    private static final String LIST = "grants";

    /** @throws DomainProblem {@code too-many}, {@code unknown-field}, {@code missing-field}, {@code malformed-value} … */
    static GrantBody of(JsonNode json) {
        if (!json.isArray()) {
            return new GrantBody(List.of(wanted(JsonFields.of(json, "body", ""))), false);
        }
        if (json.size() > WantedGrant.MOST) {
            throw DomainProblem.tooMany(LIST, WantedGrant.MOST);
        }
        List<JsonNode> elements = new ArrayList<>();
        json.forEach(elements::add);
        return new GrantBody(
                JsonFields.objects(elements, LIST).stream()
                        .map(GrantBody::wanted)
                        .toList(),
                true);
    }

    private static WantedGrant wanted(JsonFields fields) {
        fields.only("principal", "principalId", "role", "expiresAt", "reason", "replace");
        return new WantedGrant(
                PrincipalRef.parse(fields.text("principal")),
                fields.optionalText("principalId").map(PrincipalId::new),
                Role.parse(fields.text("role")),
                fields.optionalInstant("expiresAt"),
                fields.optionalText("reason"),
                fields.optionalFlag("replace").orElse(false));
    }
}
