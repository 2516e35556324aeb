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
                positive(RealmAttributes.MAX_PERMISSIONS, RealmAttributes.USUAL_MAX_PERMISSIONS),
                positive(RealmAttributes.RPT_LIFESPAN, RealmAttributes.USUAL_RPT_LIFESPAN));
    }

    @Override
    public void write(PlatformSettings settings) {
        realm.setAttribute(RealmAttributes.MAX_PERMISSIONS, settings.maxPermissions());
        realm.setAttribute(RealmAttributes.RPT_LIFESPAN, settings.rptLifespan());
    }

    /** What makes no sense counts as absent, as it does where the settings are used. */
    private int positive(String attribute, int otherwise) {
        String configured = realm.getAttribute(attribute);
        return configured != null && configured.trim().matches("[1-9][0-9]{0,8}")
                ? Integer.parseInt(configured.trim())
                : otherwise;
    }
}
