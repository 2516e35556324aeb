package io.featureaccess.keycloak.broker;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.RuleMapperConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Has rules applied at logins through one kind of identity provider. Whatever goes wrong, the login goes on: what Keycloak is
 * told of a failure in a mapper is an error page for somebody who did nothing wrong.
 */
abstract class RulesMapper extends AbstractIdentityProviderMapper {

    private static final Logger LOG = Logger.getLogger(RulesMapper.class);

    private final MapperKind kind;
    private final List<String> compatible;
    private final String attributes;

    /**
     * @param compatible the kinds of identity provider whose mappers it may be
     * @param attributes what their attributes are called, for people
     */
    RulesMapper(MapperKind kind, List<String> compatible, String attributes) {
        this.kind = kind;
        this.compatible = List.copyOf(compatible);
        this.attributes = attributes;
    }

    /** What was sent with this login. */
    abstract AttributeSource attributes(BrokeredIdentityContext context);

    @Override
    public String getId() {
        return kind.id();
    }

    @Override
    public String[] getCompatibleProviders() {
        return compatible.toArray(String[]::new);
    }

    @Override
    public String getDisplayCategory() {
        return "Feature Access";
    }

    @Override
    public String getDisplayType() {
        return "Feature Access rules";
    }

    @Override
    public String getHelpText() {
        return "Gives groups, and the admin account type, by rules over " + attributes
                + ". What the rules gave is brought up"
                + " to date at each login (at the first one only, where the sync mode is 'import'); what a person gave is"
                + " never touched.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return RulesConfig.PROPERTIES;
    }

    @Override
    public boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return true;
    }

    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        apply(session, user, mapper, context);
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        apply(session, user, mapper, context);
    }

    private void apply(
            KeycloakSession session,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        try {
            Set<PrincipalId> given = session.getProvider(FeatureAccessProvider.class)
                    .rules()
                    .apply(login(session, user, mapper), RuleMapperConfig.text(mapper), attributes(context));
            // Otherwise Keycloak's own mappers take away what they would not give themselves.
            given.forEach(group -> context.addMapperAssignedGroup(group.value()));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Rules of the mapper %s could not be applied", mapper.getId());
        }
    }

    private static RuleLogin login(KeycloakSession session, UserModel user, IdentityProviderMapperModel mapper) {
        String address = Optional.ofNullable(session.getContext().getConnection())
                .map(ClientConnection::getRemoteAddr)
                .orElse("");
        return new RuleLogin(
                new Principal(new PrincipalId(user.getId()), PrincipalType.USER, user.getUsername()),
                new RuleMapper(mapper.getId(), mapper.getName(), mapper.getIdentityProviderAlias()),
                address);
    }
}
