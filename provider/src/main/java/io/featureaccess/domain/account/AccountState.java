package io.featureaccess.domain.account;

/**
 * Whether somebody can log in, and why not.
 *
 * @param enabled whether the account is; a service account's client must be too
 * @param locked whether too many failed logins keep them out, for a time or until somebody unlocks them
 * @param invited whether they were invited and have no way to log in yet
 */
public record AccountState(boolean enabled, boolean locked, boolean invited) {

    /** Locked for a time is known elsewhere than locked for good. */
    public AccountState lockedAlso() {
        return new AccountState(enabled, true, invited);
    }
}
