package io.featureaccess.application;

import io.featureaccess.application.port.SettingsStore;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.domain.settings.SettingsChange;

/** Reads and changes the settings of the platform; for admins. */
public final class ManageSettings {

    private static final String FOR_ADMINS = "platform settings";

    private final Admins admins;
    private final SettingsStore store;
    private final AuditTrail trail;

    public ManageSettings(Admins admins, SettingsStore store, AuditTrail trail) {
        this.admins = admins;
        this.store = store;
        this.trail = trail;
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin */
    public PlatformSettings read(Caller caller) {
        admins.require(caller, FOR_ADMINS);
        return store.read();
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code malformed-value} */
    public PlatformSettings change(Caller caller, SettingsChange wanted) {
        admins.require(caller, FOR_ADMINS);
        PlatformSettings before = store.read();
        PlatformSettings after = wanted.onto(before);
        if (!after.equals(before)) {
            store.write(after);
            trail.record(
                    caller,
                    Change.of(AuditChange.SETTINGS_CHANGED)
                            .from(snapshot(before))
                            .to(snapshot(after))
                            .because(wanted.reason()));
        }
        return after;
    }

    private static Snapshot snapshot(PlatformSettings settings) {
        return Snapshot.EMPTY
                .with("maxPermissions", settings.maxPermissions())
                .with("rptLifespan", settings.rptLifespan())
                .with("auditRetentionDays", settings.auditRetentionDays())
                .with("auditDenials", settings.auditDenials().id())
                .with("requestExpiryDays", settings.requestExpiryDays());
    }
}
