package io.featureaccess.domain.account;

import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import java.util.Objects;

/**
 * A user as admins see them.
 *
 * @param enabled whether the user counts; who is locked out for good does not
 * @param locked whether too many failed logins keep them out, for a time or for good
 * @param invited whether they were invited and cannot log in yet
 */
public record UserAccount(Principal user, AccountType type, boolean enabled, boolean locked, boolean invited) {

    public UserAccount {
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(type, "type is null");
    }
}
