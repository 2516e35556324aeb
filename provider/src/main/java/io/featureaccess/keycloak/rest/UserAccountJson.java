package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.account.UserAccount;

/** One user, as admins see them. */
record UserAccountJson(
        String id,
        String reference,
        String name,
        String accountType,
        boolean enabled,
        boolean locked,
        boolean invited) {

    static UserAccountJson of(UserAccount account) {
        return new UserAccountJson(
                account.user().id().value(),
                account.user().reference(),
                account.user().name(),
                account.type().id(),
                account.enabled(),
                account.locked(),
                account.invited());
    }
}
