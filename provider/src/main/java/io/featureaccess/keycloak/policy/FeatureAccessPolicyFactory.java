package io.featureaccess.keycloak.policy;

import io.featureaccess.keycloak.spi.InstallationApi;
import org.keycloak.Config;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.policy.provider.PolicyProvider;
import org.keycloak.authorization.policy.provider.PolicyProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.PolicyRepresentation;

/** Registers {@code feature-access} as a type of policy. */
public final class FeatureAccessPolicyFactory implements PolicyProviderFactory<FeatureAccessPolicyRepresentation> {

    private static final PolicyProvider POLICY = new FeatureAccessPolicy();

    @Override
    public String getId() {
        return InstallationApi.POLICY_TYPE;
    }

    @Override
    public String getName() {
        return "Feature access";
    }

    @Override
    public String getGroup() {
        return "Feature access";
    }

    @Override
    public String getDescription() {
        return "Permits what the grants on workspaces, projects and feature sets permit.";
    }

    @Override
    public PolicyProvider create(AuthorizationProvider authorization) {
        return POLICY;
    }

    @Override
    public PolicyProvider create(KeycloakSession session) {
        return POLICY;
    }

    @Override
    public FeatureAccessPolicyRepresentation toRepresentation(Policy policy, AuthorizationProvider authorization) {
        return new FeatureAccessPolicyRepresentation();
    }

    @Override
    public Class<FeatureAccessPolicyRepresentation> getRepresentationType() {
        return FeatureAccessPolicyRepresentation.class;
    }

    @Override
    public void onCreate(
            Policy policy, FeatureAccessPolicyRepresentation representation, AuthorizationProvider authorization) {
        keepPositive(policy);
    }

    @Override
    public void onUpdate(
            Policy policy, FeatureAccessPolicyRepresentation representation, AuthorizationProvider authorization) {
        keepPositive(policy);
    }

    @Override
    public void onImport(Policy policy, PolicyRepresentation representation, AuthorizationProvider authorization) {
        keepPositive(policy);
    }

    /** Turned round, the policy would permit exactly what nobody was granted. */
    private static void keepPositive(Policy policy) {
        policy.setLogic(Logic.POSITIVE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
