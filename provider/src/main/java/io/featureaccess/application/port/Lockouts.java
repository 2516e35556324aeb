package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.Set;

/** Who is kept out because of too many failed logins. */
public interface Lockouts {

    /** Those of these users that are locked out for a time; costs no statement. */
    Set<PrincipalId> forATime(Set<PrincipalId> users);

    /**
     * Lets a user in again, whether they were locked out for a time or for good. Who was disabled by hand stays so.
     *
     * @return whether they were locked out
     */
    boolean release(PrincipalId user);
}
