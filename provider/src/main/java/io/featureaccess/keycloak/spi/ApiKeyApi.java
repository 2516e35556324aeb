package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.serviceaccount.KeyVerdict;

/** API keys as the secrets of clients. */
public interface ApiKeyApi {

    /** The provider id of the client authenticator that asks this, by which clients and flows name it. */
    String AUTHENTICATOR = "feature-access-api-key";

    /**
     * Whether a client is the service account whose key it shows; by one statement.
     *
     * @param client its internal id
     * @param text what it sent as its secret
     */
    KeyVerdict check(String client, String text);
}
