package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** Who wants to be told by e-mail: everyone who did not switch it off. */
public interface MailPreferences {

    boolean isOn(PrincipalId id);

    /** @return whether that was a change */
    boolean set(PrincipalId id, boolean on);
}
