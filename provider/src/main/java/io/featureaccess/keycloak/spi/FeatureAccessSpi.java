package io.featureaccess.keycloak.spi;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Registers {@code feature-access} as a kind of provider. */
public final class FeatureAccessSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "feature-access";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return FeatureAccessProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return FeatureAccessProviderFactory.class;
    }
}
