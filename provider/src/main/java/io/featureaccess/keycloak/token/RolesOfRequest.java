package io.featureaccess.keycloak.token;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * Reads what somebody holds once a request: all tokens of one answer say the same, however many mappers write into them, and
 * cost one statement together.
 */
final class RolesOfRequest {

    private RolesOfRequest() {}

    private record Asked(String realm, String user, int limit) {}

    private record Remembered(Asked asked, RoleSummary summary) {}

    static RoleSummary of(KeycloakSession session, UserSessionModel userSession, MapperConfig config) {
        String attribute = RolesOfRequest.class.getName();
        Asked asked = new Asked(
                session.getContext().getRealm().getId(), userSession.getUser().getId(), config.limit());
        Remembered remembered = session.getAttribute(attribute, Remembered.class);
        if (remembered == null || !remembered.asked().equals(asked)) {
            RoleSummary summary = session.getProvider(FeatureAccessProvider.class)
                    .tokens()
                    .roles(new PrincipalId(asked.user()), asked.limit());
            remembered = new Remembered(asked, summary);
            session.setAttribute(attribute, remembered);
        }
        return remembered.summary();
    }
}
