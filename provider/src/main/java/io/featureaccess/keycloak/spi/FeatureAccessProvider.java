package io.featureaccess.keycloak.spi;

import org.keycloak.provider.Provider;

/**
 * Feature access in the realm of the session's context, within the session's transaction. Every method of its faces may
 * throw {@link io.featureaccess.domain.problem.DomainProblem}; the transaction must then be rolled back.
 */
public interface FeatureAccessProvider extends Provider {

    DecisionApi decisions();

    InstallationApi installation();

    @Override
    default void close() {}
}
