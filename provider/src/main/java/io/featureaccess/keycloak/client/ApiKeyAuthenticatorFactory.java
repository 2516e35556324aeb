package io.featureaccess.keycloak.client;

import io.featureaccess.keycloak.spi.ApiKeyApi;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link ApiKeyAuthenticator}s, which share what they know about addresses. */
public final class ApiKeyAuthenticatorFactory implements ClientAuthenticatorFactory {

    private final ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(new Throttle(Clock.systemUTC()));

    @Override
    public String getId() {
        return ApiKeyApi.AUTHENTICATOR;
    }

    @Override
    public ClientAuthenticator create() {
        return authenticator;
    }

    @Override
    public ClientAuthenticator create(KeycloakSession session) {
        return authenticator;
    }

    @Override
    public String getDisplayType() {
        return "Feature Access API key";
    }

    @Override
    public String getHelpText() {
        return "Authenticates service accounts of the feature store by their API keys, sent as client secrets.";
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    /** None of its own: to clients that register themselves, this is not on offer. */
    @Override
    public Set<String> getProtocolAuthenticatorMethods(String loginProtocol) {
        return Set.of();
    }

    @Override
    public Map<String, Object> getAdapterConfiguration(KeycloakSession session, ClientModel client) {
        return Map.of();
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public List<ProviderConfigProperty> getConfigPropertiesPerClient() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
