package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** Who has a say in the server itself, which no admin of a feature store gives or takes. */
public interface ServerPowers {

    /** Whether a user or a group has a role of Keycloak's own administration, by whatever way. */
    boolean heldBy(PrincipalId id);
}
