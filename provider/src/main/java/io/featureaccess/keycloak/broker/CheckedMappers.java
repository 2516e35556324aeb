package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.RuleApi;
import io.featureaccess.keycloak.spi.RuleMapperConfig;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.JpaIdentityProviderStorageProvider;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses mappers whose rules cannot be read, by whatever way they come: the console, its API, or a realm's JSON. What is done
 * to mappers with rules is on record in the same transaction; those of a realm that is removed go with its record.
 */
final class CheckedMappers extends JpaIdentityProviderStorageProvider {

    private final KeycloakSession session;

    CheckedMappers(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public IdentityProviderMapperModel createMapper(IdentityProviderMapperModel mapper) {
        check(mapper);
        IdentityProviderMapperModel created = super.createMapper(mapper);
        record(Optional.empty(), rules(created));
        return created;
    }

    @Override
    public void updateMapper(IdentityProviderMapperModel mapper) {
        check(mapper);
        Optional<MapperRules> before = stored(mapper);
        super.updateMapper(mapper);
        record(before, rules(mapper));
    }

    @Override
    public boolean removeMapper(IdentityProviderMapperModel mapper) {
        Optional<MapperRules> before = stored(mapper);
        boolean removed = super.removeMapper(mapper);
        record(before, Optional.empty());
        return removed;
    }

    private Optional<MapperRules> stored(IdentityProviderMapperModel mapper) {
        return Optional.ofNullable(super.getMapperById(mapper.getId())).flatMap(this::rules);
    }

    private Optional<MapperRules> rules(IdentityProviderMapperModel mapper) {
        return RulesConfig.isOurs(mapper)
                ? RuleMapperConfig.rules(mapper, getByAlias(mapper.getIdentityProviderAlias()))
                : Optional.empty();
    }

    private void record(Optional<MapperRules> before, Optional<MapperRules> after) {
        if (before.isPresent() || after.isPresent()) {
            rules().changedInKeycloak(before, after);
        }
    }

    private void check(IdentityProviderMapperModel mapper) {
        if (!RulesConfig.isOurs(mapper)) {
            return;
        }
        try {
            rules().check(RuleMapperConfig.text(mapper));
        } catch (DomainProblem unreadable) {
            throw ErrorResponse.error(unreadable.detail(), Response.Status.BAD_REQUEST);
        }
    }

    private RuleApi rules() {
        return session.getProvider(FeatureAccessProvider.class).rules();
    }
}
