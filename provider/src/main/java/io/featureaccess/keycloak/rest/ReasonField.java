package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;

/** Why a change is made, in its sender's words. */
final class ReasonField {

    static final String NAME = "reason";

    private ReasonField() {}

    /** @throws DomainProblem {@code malformed-value} */
    static Optional<String> of(JsonFields fields) {
        return fields.optionalText(NAME).map(ReasonField::require);
    }

    /** The same as a parameter, where there is no body. */
    static Optional<String> of(QueryParams query) {
        return query.text(NAME).map(ReasonField::require);
    }

    private static String require(String reason) {
        if (reason.isBlank() || reason.length() > WantedGrant.LONGEST_REASON) {
            throw DomainProblem.malformed(
                    NAME, "it is some words, at most " + WantedGrant.LONGEST_REASON + " characters");
        }
        return reason;
    }
}
