package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.principal.PrincipalId;

/** What tokens say about their bearers. */
public interface TokenApi {

    /**
     * What the principal holds at this moment; one SQL statement.
     *
     * @param limit how many grants there is room for, at least 1
     */
    RoleSummary roles(PrincipalId principal, int limit);
}
