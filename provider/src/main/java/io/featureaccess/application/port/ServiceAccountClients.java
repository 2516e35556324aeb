package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** The clients, and their users, that service accounts are in Keycloak. */
public interface ServiceAccountClients {

    /**
     * A client that was made.
     *
     * @param account the id of its user
     * @param clientId generated
     * @param client its internal id
     */
    record Made(PrincipalId account, String clientId, String client) {}

    /** Makes a client that can do nothing but get tokens for itself by its keys, and a user without any role. */
    Made make(String name);

    void rename(PrincipalId account, String name);

    void activate(PrincipalId account);

    /** Disables client and user, and sees to it that no token issued so far is good again when they are enabled. */
    void deactivate(PrincipalId account);

    /** Removes client and user, and with them what they hold. */
    void remove(PrincipalId account);
}
