package io.featureaccess.keycloak.spi;

import org.keycloak.provider.ProviderFactory;

/** Makes the provider for a session: the composition root. */
public interface FeatureAccessProviderFactory extends ProviderFactory<FeatureAccessProvider> {}
