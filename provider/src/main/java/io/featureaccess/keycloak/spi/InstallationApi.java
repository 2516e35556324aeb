package io.featureaccess.keycloak.spi;

import java.util.Optional;
import org.keycloak.models.ClientModel;

/** The realm's resource server, and what this extension keeps installed on it. */
public interface InstallationApi {

    /** The type of the policy that asks our decision, in the admin console and in realm files. */
    String POLICY_TYPE = "feature-access";

    /**
     * The client that stands for the feature store here: the one that the realm attribute {@code featureAccess.client} names,
     * {@code feature-store} by default.
     *
     * @return empty where the realm has no such client; feature access is off in it then
     */
    Optional<ClientModel> client();

    /** The name of the client's role that makes an admin: realm attribute {@code featureAccess.adminRole}, or {@code admin}. */
    String adminRole();

    /**
     * The client, after installing what is missing on it and mending what somebody deleted or switched. Doors call this at
     * the beginning of every request: where all is well, it costs a few look-ups in Keycloak's caches. What cannot be written
     * is logged, and tried again by the next request; this one goes on.
     *
     * @return empty where the realm has no such client
     */
    Optional<ClientModel> ensureInstalled();

    /**
     * The same without any look where a closer one was taken in the last seconds: for a door that itself notices whatever it
     * misses, and calls {@link #ensureInstalled} then.
     */
    Optional<ClientModel> expectInstalled();

    /**
     * The thorough check, which also looks for nodes without a resource, in batches.
     *
     * @return how many resources of nodes were written again
     * @throws io.featureaccess.domain.problem.DomainProblem {@code not-found} where the realm has no such client
     */
    long mend();
}
