package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.SummariseRoles;
import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.keycloak.spi.TokenApi;

/** {@link TokenApi} by the use case. */
record TokenUseCases(SummariseRoles summary) implements TokenApi {

    @Override
    public RoleSummary roles(PrincipalId principal, int limit) {
        return summary.of(principal, limit);
    }
}
