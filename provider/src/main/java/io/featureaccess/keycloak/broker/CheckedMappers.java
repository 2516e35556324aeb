package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.JpaIdentityProviderStorageProvider;
import org.keycloak.services.ErrorResponse;

/** Refuses mappers whose rules cannot be read, by whatever way they come: the console, its API, or a realm's JSON. */
final class CheckedMappers extends JpaIdentityProviderStorageProvider {

    private final KeycloakSession session;

    CheckedMappers(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public IdentityProviderMapperModel createMapper(IdentityProviderMapperModel mapper) {
        check(mapper);
        return super.createMapper(mapper);
    }

    @Override
    public void updateMapper(IdentityProviderMapperModel mapper) {
        check(mapper);
        super.updateMapper(mapper);
    }

    private void check(IdentityProviderMapperModel mapper) {
        if (!RulesConfig.isOurs(mapper)) {
            return;
        }
        try {
            session.getProvider(FeatureAccessProvider.class).rules().check(RulesConfig.rules(mapper));
        } catch (DomainProblem unreadable) {
            throw ErrorResponse.error(unreadable.detail(), Response.Status.BAD_REQUEST);
        }
    }
}
