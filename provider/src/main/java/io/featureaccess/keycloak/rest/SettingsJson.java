package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.settings.PlatformSettings;

/** The settings of the platform. */
record SettingsJson(
        String client,
        String adminRole,
        int maxPermissions,
        int rptLifespan,
        int auditRetentionDays,
        String auditDenials,
        int requestExpiryDays) {

    static SettingsJson of(PlatformSettings settings) {
        return new SettingsJson(
                settings.client(),
                settings.adminRole(),
                settings.maxPermissions(),
                settings.rptLifespan(),
                settings.auditRetentionDays(),
                settings.auditDenials().id(),
                settings.requestExpiryDays());
    }
}
