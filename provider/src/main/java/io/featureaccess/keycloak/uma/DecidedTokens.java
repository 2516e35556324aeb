package io.featureaccess.keycloak.uma;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * Makes RPTs that end with the decision they write down, and never a refresh token: Keycloak copies the permissions of a
 * refresh token into new tokens without deciding again.
 */
final class DecidedTokens extends TokenManager {

    private final int lifespan;
    private Optional<Instant> end = Optional.empty();

    /** @param lifespan how long an RPT lives at most, in seconds */
    DecidedTokens(int lifespan) {
        this.lifespan = lifespan;
    }

    /** @param end the first end of a grant that the decision relies on */
    void endAt(Optional<Instant> end) {
        this.end = end;
    }

    @Override
    public AccessTokenResponseBuilder responseBuilder(
            RealmModel realm,
            ClientModel client,
            EventBuilder event,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        return new Builder(realm, client, event, session, userSession, clientSession, this);
    }

    @Override
    public AccessToken createClientAccessToken(
            KeycloakSession session,
            RealmModel realm,
            ClientModel client,
            UserModel user,
            UserSessionModel userSession,
            ClientSessionContext clientSession,
            boolean offline) {
        AccessToken token =
                super.createClientAccessToken(session, realm, client, user, userSession, clientSession, offline);
        token.exp(lastSecond(token.getExp()));
        return token;
    }

    private long lastSecond(Long stock) {
        long last = Time.currentTimeMillis() / 1000 + lifespan;
        if (stock != null && stock > 0) {
            last = Math.min(last, stock);
        }
        return end.isPresent() ? Math.min(last, end.get().getEpochSecond()) : last;
    }

    private static final class Builder extends AccessTokenResponseBuilder {

        private Builder(
                RealmModel realm,
                ClientModel client,
                EventBuilder event,
                KeycloakSession session,
                UserSessionModel userSession,
                ClientSessionContext clientSession,
                TokenManager tokens) {
            super(realm, client, event, session, userSession, clientSession, tokens);
        }

        @Override
        public AccessTokenResponseBuilder generateRefreshToken() {
            return this;
        }

        /** One to write into and throw away: the caller fills it in, and the response is built without it. */
        @Override
        public RefreshToken getRefreshToken() {
            return new RefreshToken(getAccessToken(), null, null);
        }
    }
}
