package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.account.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.SystemClientUtil;

/**
 * Keycloak's own e-mail with a link to required actions: to choose a password and to prove the address, as far as the realm
 * has these actions switched on. The user itself is left without any: who comes by an identity provider needs no password.
 */
final class InvitationMail {

    private static final Logger LOG = Logger.getLogger(InvitationMail.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    InvitationMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Delivery send(UserModel user) {
        if (realm.getSmtpConfig() == null || realm.getSmtpConfig().get("host") == null) {
            return Delivery.NO_MAIL_SERVER;
        }
        if (user.getEmail() == null || !user.isEnabled()) {
            return Delivery.FAILED;
        }
        try {
            int lifespan = realm.getActionTokenGeneratedByAdminLifespan();
            session.getProvider(EmailTemplateProvider.class)
                    .setAttribute(Constants.TEMPLATE_ATTR_REQUIRED_ACTIONS, actions())
                    .setAttribute(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true)
                    .setRealm(realm)
                    .setUser(user)
                    .sendExecuteActions(link(user, lifespan), TimeUnit.SECONDS.toMinutes(lifespan));
            return Delivery.SENT;
        } catch (EmailException failure) {
            LOG.warnf("An invitation could not be sent in the realm %s: %s", realm.getName(), failure.getMessage());
            return Delivery.FAILED;
        }
    }

    private String link(UserModel user, int lifespan) {
        int expiration = Math.toIntExact(Instant.now().getEpochSecond() + lifespan);
        String client = SystemClientUtil.getSystemClient(realm).getClientId();
        ExecuteActionsActionToken token =
                new ExecuteActionsActionToken(user.getId(), user.getEmail(), expiration, actions(), null, client);
        KeycloakUriInfo address = session.getContext().getUri();
        return KeycloakUriBuilder.fromUri(address.getBaseUri())
                .path("realms/{realm}/login-actions/action-token")
                .queryParam("key", token.serialize(session, realm, address))
                .build(realm.getName())
                .toString();
    }

    private List<String> actions() {
        return Stream.of(RequiredAction.UPDATE_PASSWORD, RequiredAction.VERIFY_EMAIL)
                .map(RequiredAction::name)
                .filter(action -> Optional.ofNullable(realm.getRequiredActionProviderByAlias(action))
                        .filter(RequiredActionProviderModel::isEnabled)
                        .isPresent())
                .toList();
    }
}
