package io.featureaccess.keycloak.wiring;

import java.time.Duration;
import org.keycloak.models.RealmModel;

/** For how long a deleted node's path is kept from others: until no token can name the node that had it. */
final class Reservation {

    /** The same attribute by which RPTs are limited. */
    private static final String RPT_LIFESPAN = "featureAccess.rptLifespan";

    /** For clocks that disagree, and for tokens that were being written at that moment. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private Reservation() {}

    static Duration in(RealmModel realm) {
        long longest = Math.max(realm.getAccessTokenLifespan(), realm.getAccessTokenLifespanForImplicitFlow());
        return Duration.ofSeconds(Math.max(longest, configuredRptLifespan(realm)))
                .plus(MARGIN);
    }

    private static long configuredRptLifespan(RealmModel realm) {
        String configured = realm.getAttribute(RPT_LIFESPAN);
        return configured != null && configured.trim().matches("[0-9]{1,9}") ? Long.parseLong(configured.trim()) : 0;
    }
}
