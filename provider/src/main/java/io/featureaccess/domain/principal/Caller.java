package io.featureaccess.domain.principal;

import java.util.Objects;
import java.util.Optional;

/**
 * Who calls, and how.
 *
 * @param principal the user or service-account user
 * @param name the username, or a service account's client id, as audit rows show it
 * @param resourceServer whether it is the resource server's own service account, which may ask for decisions about anyone
 * @param breakGlass an admin's reason to look at secret nodes in this one request; means nothing for anybody else
 * @param address the network address the call came from
 */
public record Caller(
        PrincipalId principal, String name, boolean resourceServer, Optional<String> breakGlass, String address) {

    /** Nobody: what happens by itself, when its time has come. No user has such an id. */
    public static final Caller SYSTEM =
            new Caller(new PrincipalId("system"), "system", false, Optional.empty(), "background");

    public Caller {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(breakGlass, "breakGlass is null");
        Objects.requireNonNull(address, "address is null");
    }
}
