package io.featureaccess.keycloak.uma;

import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** The grant's realm attributes, with what holds where they are absent or make no sense. */
final class UmaSettings {

    /** How many nodes "everything I may access" may give without a limit of its own: a token must fit a header. */
    static final String MAX_PERMISSIONS = "featureAccess.maxPermissions";

    /** For how many seconds an RPT holds at most, which is how far offline validation may lag behind a revocation. */
    static final String RPT_LIFESPAN = "featureAccess.rptLifespan";

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
        return positive(MAX_PERMISSIONS, 200);
    }

    /** In seconds, 120 unless configured. */
    int rptLifespan() {
        return positive(RPT_LIFESPAN, 120);
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
