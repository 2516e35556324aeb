package io.featureaccess.domain.grant;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Optional;

/** A wanted grant once it is known who is meant. */
public record GrantOrder(
        Principal principal, Role role, Optional<Instant> expiresAt, Optional<String> reason, boolean replace) {

    public static GrantOrder of(WantedGrant wanted, Principal principal) {
        return new GrantOrder(principal, wanted.role(), wanted.expiresAt(), wanted.reason(), wanted.replace());
    }

    /** The grant held already, with the end that is wanted; its reason stays where none is given. */
    Grant onto(Grant held) {
        return held.ending(expiresAt, reason.or(held::reason));
    }
}
