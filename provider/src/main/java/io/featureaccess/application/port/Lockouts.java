package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** Who is kept out because of too many failed logins. */
public interface Lockouts {

    /** Whether too many failed logins keep the user out, for a time or for good. */
    boolean isLocked(PrincipalId user);

    /**
     * Lets a user in again, whether they were locked out for a time or for good. Who was disabled by hand stays so.
     *
     * @return whether they were locked out
     */
    boolean release(PrincipalId user);
}
