package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;

/** Who was invited and has not come yet. */
public interface Invitations {

    void add(PrincipalId user, PrincipalId by, Instant at);

    /** Whether the user was invited here and has no way to log in yet: no credential, and no identity at a provider. */
    boolean isOpen(PrincipalId user);
}
