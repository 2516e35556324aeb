package io.featureaccess.domain.account;

import io.featureaccess.domain.principal.Principal;

/**
 * Somebody who is not locked out any more.
 *
 * @param enabled whether they can log in then: who was disabled by hand stays so
 */
public record Unlocked(Principal user, boolean enabled) {}
