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
 */
public record PlatformSettings(String client, String adminRole, int maxPermissions, int rptLifespan) {

    public static final int MOST_PERMISSIONS = 10_000;
    public static final int LONGEST_LIFESPAN = 3600;

    public PlatformSettings {
        Objects.requireNonNull(client, "client is null");
        Objects.requireNonNull(adminRole, "adminRole is null");
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withMaxPermissions(int wanted) {
        return new PlatformSettings(client, adminRole, within("maxPermissions", wanted, MOST_PERMISSIONS), rptLifespan);
    }

    /** @throws DomainProblem {@code malformed-value} */
    public PlatformSettings withRptLifespan(int wanted) {
        return new PlatformSettings(client, adminRole, maxPermissions, within("rptLifespan", wanted, LONGEST_LIFESPAN));
    }

    private static int within(String field, int wanted, int most) {
        if (wanted < 1 || wanted > most) {
            throw DomainProblem.malformed(field, "it is a whole number between 1 and " + most);
        }
        return wanted;
    }
}
