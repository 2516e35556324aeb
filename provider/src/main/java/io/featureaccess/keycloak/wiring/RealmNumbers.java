package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.settings.DenialRecording;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.keycloak.spi.RealmAttributes;
import java.util.Arrays;
import org.keycloak.models.RealmModel;

/** Realm attributes read; what makes no sense counts as absent. */
final class RealmNumbers {

    private RealmNumbers() {}

    static int positive(RealmModel realm, String attribute, int otherwise) {
        String configured = realm.getAttribute(attribute);
        return configured != null && configured.trim().matches("[1-9][0-9]{0,8}")
                ? Integer.parseInt(configured.trim())
                : otherwise;
    }

    /** 0 for ever. */
    static int auditRetentionDays(RealmModel realm) {
        return positive(realm, RealmAttributes.AUDIT_RETENTION_DAYS, 0);
    }

    static int requestExpiryDays(RealmModel realm) {
        int configured =
                positive(realm, RealmAttributes.REQUEST_EXPIRY_DAYS, RealmAttributes.USUAL_REQUEST_EXPIRY_DAYS);
        return Math.min(configured, PlatformSettings.LONGEST_REQUEST);
    }

    static DenialRecording auditDenials(RealmModel realm) {
        String configured = realm.getAttribute(RealmAttributes.AUDIT_DENIALS);
        return Arrays.stream(DenialRecording.values())
                .filter(recording -> recording.id().equals(configured))
                .findFirst()
                .orElse(DenialRecording.OFF);
    }
}
