package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.MapperKind;
import java.util.List;
import org.keycloak.broker.oidc.KeycloakOIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.oidc.mappers.AbstractClaimMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/** Rules over claims: the first of access token, ID token and user info that has one. */
public final class OidcRulesMapper extends RulesMapper {

    public OidcRulesMapper() {
        super(
                MapperKind.OIDC,
                List.of(KeycloakOIDCIdentityProviderFactory.PROVIDER_ID, OIDCIdentityProviderFactory.PROVIDER_ID),
                "claims (nested ones as address.locality; a dot that is part of a name as \\.)");
    }

    @Override
    AttributeSource attributes(BrokeredIdentityContext context) {
        return claim -> ClaimValues.of(AbstractClaimMapper.getClaimValue(context, claim));
    }
}
