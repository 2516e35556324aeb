package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.SettingsStore;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.keycloak.spi.InstallationApi;
import io.featureaccess.keycloak.spi.RealmAttributes;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** {@link SettingsStore} in the realm's attributes, where realm exports and the admin console find them too. */
final class RealmSettingsStore implements SettingsStore {

    private final RealmModel realm;
    private final InstallationApi installation;

    RealmSettingsStore(RealmModel realm, InstallationApi installation) {
        this.realm = realm;
        this.installation = installation;
    }

    @Override
    public PlatformSettings read() {
        return new PlatformSettings(
                installation.client().map(ClientModel::getClientId).orElse(""),
                installation.adminRole(),
                RealmNumbers.positive(realm, RealmAttributes.MAX_PERMISSIONS, RealmAttributes.USUAL_MAX_PERMISSIONS),
                RealmNumbers.positive(realm, RealmAttributes.RPT_LIFESPAN, RealmAttributes.USUAL_RPT_LIFESPAN),
                RealmNumbers.auditRetentionDays(realm),
                RealmNumbers.auditDenials(realm),
                RealmNumbers.requestExpiryDays(realm));
    }

    @Override
    public void write(PlatformSettings settings) {
        realm.setAttribute(RealmAttributes.MAX_PERMISSIONS, settings.maxPermissions());
        realm.setAttribute(RealmAttributes.RPT_LIFESPAN, settings.rptLifespan());
        realm.setAttribute(RealmAttributes.AUDIT_RETENTION_DAYS, settings.auditRetentionDays());
        realm.setAttribute(
                RealmAttributes.AUDIT_DENIALS, settings.auditDenials().id());
        realm.setAttribute(RealmAttributes.REQUEST_EXPIRY_DAYS, settings.requestExpiryDays());
    }
}
