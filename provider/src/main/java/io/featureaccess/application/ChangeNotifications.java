package io.featureaccess.application;

import io.featureaccess.application.port.MailPreferences;
import io.featureaccess.domain.account.Me;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.Caller;

/** Switches a caller's own e-mails on or off; nobody else's. */
public final class ChangeNotifications {

    private static final String NOTIFICATIONS = "notifications";

    private final MailPreferences preferences;
    private final WhoAmI whoAmI;
    private final AuditTrail trail;

    public ChangeNotifications(MailPreferences preferences, WhoAmI whoAmI, AuditTrail trail) {
        this.preferences = preferences;
        this.whoAmI = whoAmI;
        this.trail = trail;
    }

    /** @throws io.featureaccess.domain.problem.DomainProblem {@code not-found} where the caller was removed a moment ago */
    public Me change(Caller caller, boolean on) {
        Me before = whoAmI.tell(caller);
        if (preferences.set(caller.principal(), on)) {
            trail.record(
                    caller,
                    Change.of(AuditChange.NOTIFICATIONS_CHANGED)
                            .about(before.principal())
                            .from(Snapshot.EMPTY.with(NOTIFICATIONS, !on))
                            .to(Snapshot.EMPTY.with(NOTIFICATIONS, on)));
        }
        return whoAmI.tell(caller);
    }
}
