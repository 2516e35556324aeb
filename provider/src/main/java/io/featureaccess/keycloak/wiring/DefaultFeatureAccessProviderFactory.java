package io.featureaccess.keycloak.wiring;

import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.resources.InstanceRemoved;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.FeatureAccessProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the one implementation there is of {@link FeatureAccessProvider}. */
public final class DefaultFeatureAccessProviderFactory implements FeatureAccessProviderFactory {

    private final InstallWatch watch = new InstallWatch();

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public FeatureAccessProvider create(KeycloakSession session) {
        return new DefaultFeatureAccessProvider(session, watch);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof InstanceRemoved removed) {
                watch.forget(removed.server());
            }
        });
    }

    @Override
    public void close() {}
}
