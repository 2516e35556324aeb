package io.featureaccess.domain.settings;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Objects;

/**
 * The settings of one realm.
 *
 * @param client the client id of the resource server; set with the realm, not here
 * @param adminRole the role of that client that makes an admin; set with the realm, not here
 * @param maxPermissions how many nodes an answer to "everything I may access" may name, 1 to {@value #MOST_PERMISSIONS}
 * @param rptLifespan for how many seconds an RPT holds at most, 1 to {@value #LONGEST_LIFESPAN}: offline validation lags behind
 *     a revocation by as much
 * @param auditRetentionDays for how many days the record of changes is kept, up to {@value #LONGEST_RETENTION}; 0 for ever
 * @param auditDenials which denials go on record
 * @param requestExpiryDays after how many days a request that nobody answers expires, 1 to {@value #LONGEST_REQUEST}
 */
public record PlatformSettings(
        String client,
        String adminRole,
        int maxPermissions,
        int rptLifespan,
        int auditRetentionDays,
        DenialRecording auditDenials,
        int requestExpiryDays) {

    public static final int MOST_PERMISSIONS = 10_000;
    public static final int LONGEST_LIFESPAN = 3600;
    public static final int LONGEST_RETENTION = 36_500;
    public static final int LONGEST_REQUEST = 3650;

    public PlatformSettings {
        Objects.requireNonNull(client, "client is null");
        Objects.requireNonNull(adminRole, "adminRole is null");
        Objects.requireNonNull(auditDenials, "auditDenials is null");
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withMaxPermissions(int wanted) {
        int checked = within("maxPermissions", wanted, 1, MOST_PERMISSIONS);
        return with(checked, rptLifespan, auditRetentionDays, auditDenials, requestExpiryDays);
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withRptLifespan(int wanted) {
        int checked = within("rptLifespan", wanted, 1, LONGEST_LIFESPAN);
        return with(maxPermissions, checked, auditRetentionDays, auditDenials, requestExpiryDays);
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withAuditRetentionDays(int wanted) {
        int checked = within("auditRetentionDays", wanted, 0, LONGEST_RETENTION);
        return with(maxPermissions, rptLifespan, checked, auditDenials, requestExpiryDays);
    }

    public PlatformSettings withAuditDenials(DenialRecording wanted) {
        return with(maxPermissions, rptLifespan, auditRetentionDays, wanted, requestExpiryDays);
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withRequestExpiryDays(int wanted) {
        int checked = within("requestExpiryDays", wanted, 1, LONGEST_REQUEST);
        return with(maxPermissions, rptLifespan, auditRetentionDays, auditDenials, checked);
    }

    private PlatformSettings with(int permissions, int lifespan, int retention, DenialRecording denials, int expiry) {
        return new PlatformSettings(client, adminRole, permissions, lifespan, retention, denials, expiry);
    }

    private static int within(String field, int wanted, int least, int most) {
        if (wanted < least || wanted > most) {
            throw DomainProblem.malformed(field, "it is a whole number between " + least + " and " + most);
        }
        return wanted;
    }
}
