package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.Lockouts;
import io.featureaccess.domain.principal.PrincipalId;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/** {@link Lockouts} as Keycloak's brute-force detection keeps them: failures in a cache, and for good a mark on the user. */
final class RealmLockouts implements Lockouts {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmLockouts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public boolean isLocked(PrincipalId id) {
        UserModel user = session.users().getUserById(realm, id.value());
        return user != null && isLocked(user);
    }

    @Override
    public boolean release(PrincipalId id) {
        UserModel user = session.users().getUserById(realm, id.value());
        if (user == null || !isLocked(user)) {
            return false;
        }
        session.loginFailures().removeUserLoginFailure(realm, id.value());
        if (isMarked(user)) {
            Writable.change(() -> {
                user.removeAttribute(UserModel.DISABLED_REASON);
                user.setEnabled(true);
            });
        }
        return true;
    }

    private boolean isLocked(UserModel user) {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return isMarked(user) && !user.isEnabled()
                || protector.isTemporarilyDisabled(session, realm, user)
                || protector.isPermanentlyLockedOut(session, realm, user);
    }

    private static boolean isMarked(UserModel user) {
        return BruteForceProtector.DISABLED_BY_PERMANENT_LOCKOUT.equals(
                user.getFirstAttribute(UserModel.DISABLED_REASON));
    }
}
