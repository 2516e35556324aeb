package io.featureaccess.domain.settings;

import java.util.Optional;

/** Settings to be changed; what is empty stays as it is. */
public record SettingsChange(
        Optional<Integer> maxPermissions,
        Optional<Integer> rptLifespan,
        Optional<Integer> auditRetentionDays,
        Optional<DenialRecording> auditDenials,
        Optional<Integer> requestExpiryDays,
        Optional<String> reason) {

    /** @throws io.featureaccess.domain.problem.DomainProblem {@code malformed-value} */
    public PlatformSettings onto(PlatformSettings settings) {
        PlatformSettings changed =
                maxPermissions.map(settings::withMaxPermissions).orElse(settings);
        changed = rptLifespan.map(changed::withRptLifespan).orElse(changed);
        changed = auditRetentionDays.map(changed::withAuditRetentionDays).orElse(changed);
        changed = requestExpiryDays.map(changed::withRequestExpiryDays).orElse(changed);
        return auditDenials.map(changed::withAuditDenials).orElse(changed);
    }
}
