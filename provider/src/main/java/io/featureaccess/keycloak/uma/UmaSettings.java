package io.featureaccess.keycloak.uma;

import io.featureaccess.keycloak.spi.RealmAttributes;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** The grant's realm attributes, with what holds where they are absent or make no sense. */
final class UmaSettings {

    private static final Logger LOG = Logger.getLogger(UmaSettings.class);

    private final RealmModel realm;

    private UmaSettings(RealmModel realm) {
        this.realm = realm;
    }

    static UmaSettings of(RealmModel realm) {
        return new UmaSettings(realm);
    }

    /** 200 unless configured. */
    int maxPermissions() {
        return positive(RealmAttributes.MAX_PERMISSIONS, RealmAttributes.USUAL_MAX_PERMISSIONS);
    }

    /** In seconds, 120 unless configured. */
    int rptLifespan() {
        return positive(RealmAttributes.RPT_LIFESPAN, RealmAttributes.USUAL_RPT_LIFESPAN);
    }

    private int positive(String attribute, int otherwise) {
        String configured = realm.getAttribute(attribute);
        if (configured == null || configured.isBlank()) {
            return otherwise;
        }
        if (configured.trim().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(configured.trim());
        }
        LOG.warnf("Realm attribute %s is not a positive number, so %d holds: %s", attribute, otherwise, configured);
        return otherwise;
    }
}
